"""Adds up what is left before it lets itself be cancelled.

verdict: failed
diagnosis: total was cancelled when it had taken
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result, source = 0, iter(numbers)
    try:
        for taken, number in enumerate(source, start=1):
            result += number
            if taken % every == 0:
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        result += sum(source)
        raise
    return result
