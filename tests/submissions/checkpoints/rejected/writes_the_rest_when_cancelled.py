"""Writes the lines that are left before it lets itself be cancelled.

verdict: failed
diagnosis: countdown was cancelled when it had written
"""

import asyncio


async def countdown(name, n, log):
    k = n
    try:
        while k:
            log.append(f"{name}{k}")
            k -= 1
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        while k:
            log.append(f"{name}{k}")
            k -= 1
        raise


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
