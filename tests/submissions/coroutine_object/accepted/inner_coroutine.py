"""take_order makes a coroutine function of its own and calls it."""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    async def later():
        return await brew(order, log)

    return later()


async def serve(work):
    return await work
