"""Awaits a future that a callback of the loop's next turn resolves."""

import asyncio


async def turn():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(lambda: None if future.done() else future.set_result(None))
    await future


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await turn()


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await turn()
    return result
