"""Waits for a second before it lets itself be cancelled.

verdict: failed
diagnosis: total was cancelled but waited for something
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    s = 0
    try:
        for k, x in enumerate(numbers, 1):
            s += x
            if k % every == 0:
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        raise
    return s
