"""Awaits in a plain function.

verdict: error
diagnosis: 'await' outside async function
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    sums = []
    for delay, numbers in jobs:
        sums.append(await random_add(delay, numbers))
    return sums
