"""brew waits for something that never happens, until a timeout of 1 second."""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    try:
        async with asyncio.timeout(1):
            await asyncio.Event().wait()
    except TimeoutError:
        pass
    return f"{order} ready"
def take_order(order, log):
    return brew(order, log)

async def serve(work):
    return await work
