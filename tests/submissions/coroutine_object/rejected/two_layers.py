"""take_order is a coroutine function that returns brew(...) without awaiting it.

verdict: leaked
diagnosis: awaiting take_order gave another coroutine: two layers, one await
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


async def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
