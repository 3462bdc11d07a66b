"""Goes through an asynchronous generator in a plain function.

verdict: error
diagnosis: `async for` waits for each value
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def sums_of(jobs):
    for job in jobs:
        yield await random_add(*job)


def run_all(jobs):
    sums = []
    async for total in sums_of(jobs):
        sums.append(total)
    return sums
