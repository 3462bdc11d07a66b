"""take_order is a coroutine function too, and awaits brew when it is awaited itself."""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


async def take_order(order, log):
    return await brew(order, log)


async def serve(work):
    return await work
