"""Believes that a coroutine gives its result by yield.

verdict: error
diagnosis: a `yield` makes an `async def` an asynchronous generator
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    yield f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
