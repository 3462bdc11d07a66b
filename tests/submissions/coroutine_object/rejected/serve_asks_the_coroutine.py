"""Believes that a coroutine object keeps its result.

verdict: error
diagnosis: a coroutine object knows nothing of its result
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
    return work.result()
