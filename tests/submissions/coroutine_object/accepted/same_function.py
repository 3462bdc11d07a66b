"""take_order is brew under another name: calling it makes the coroutine object."""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

take_order = brew
async def serve(work):
    return await work
