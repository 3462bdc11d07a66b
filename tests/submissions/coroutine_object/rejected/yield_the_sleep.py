"""Believes that `yield` waits, and `return` gives the result.

verdict: error
diagnosis: a coroutine gives its result by `return` alone
"""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    yield asyncio.sleep(1)
    return f"{order} ready"
def take_order(order, log):
    return brew(order, log)

async def serve(work):
    return await work
