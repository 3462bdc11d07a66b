"""Believes that a coroutine object can be awaited again to see its value.

verdict: error
diagnosis: a coroutine object runs once
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    await work
    return await work
