"""Says goodbye in the log for some turns, before it ends cancelled.

verdict: failed
diagnosis: lines, and still wrote
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            for _ in range(3):
                log.append(f"{name} goes")
                await asyncio.sleep(0)
            raise


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
