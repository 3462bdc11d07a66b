"""Believes that a coroutine object is called like a function.

verdict: error
diagnosis: a coroutine object is not a function; it is awaited, not called
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return work()
