"""time.sleep(0) gives way to other threads, not to other tasks.

verdict: failed
diagnosis: nobody else got a turn
"""

import asyncio
import time


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        time.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
