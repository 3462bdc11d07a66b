"""take_order makes the brew at once and wraps it; nothing of it runs before the wrapper is awaited."""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return wrapped(brew(order, log))


async def wrapped(work):
    return await asyncio.wait_for(work, timeout=None)


async def serve(work):
    return await work
