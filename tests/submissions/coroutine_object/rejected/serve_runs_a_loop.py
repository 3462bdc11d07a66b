"""Believes that only asyncio.run can run a coroutine object.

verdict: error
diagnosis: inside it, work is awaited
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return asyncio.run(work)
