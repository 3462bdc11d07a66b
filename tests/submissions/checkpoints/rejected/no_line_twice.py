"""Leaves out a line that stands in the log already.

verdict: failed
diagnosis: countdown must append all its lines, whatever stands in the log already
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        if f"{name}{k}" not in log:
            log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
