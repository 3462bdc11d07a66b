"""A future that a timer of 0 seconds resolves; after a cancellation it comes too late, and asyncio complains."""

import asyncio


async def turn():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    h = loop.call_later(0, f.set_result, None)
    try:
        await f
    finally:
        h.cancel()


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
