"""Believes that work must be scheduled to be prepared.

verdict: error
diagnosis: they must only make the coroutine object, which starts nothing
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return asyncio.create_task(brew(order, log))


async def serve(work):
    return await work
