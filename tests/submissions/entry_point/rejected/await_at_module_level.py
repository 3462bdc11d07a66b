"""Awaits at the top of the file.

verdict: error
diagnosis: 'await' outside function
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    return sums


sums = []
sums.append(await random_add(5, [1, 2]))
sums.append(await random_add(8, [3]))
sums.append(await random_add(2, [4, 5]))
