"""take_order is a coroutine function that gives back a task.

verdict: leaked
diagnosis: take_order only started a task when it was awaited
"""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

async def take_order(order, log):
    return asyncio.create_task(brew(order, log))
async def serve(work):
    return await work
