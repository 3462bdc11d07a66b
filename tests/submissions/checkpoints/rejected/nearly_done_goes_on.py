"""Does not let itself be cancelled when one line is left.

verdict: failed
diagnosis: countdown was cancelled, but the cancellation did not come out of it
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            if k > 2:
                raise


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
