"""Keeps the sums in a dict by their jobs: two equal jobs are one.

verdict: failed
diagnosis: run_all must give back the list of the sums
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    sums = {(delay, tuple(numbers)): 0 for delay, numbers in jobs}
    for job in sums:
        sums[job] = await random_add(*job)
    return list(sums.values())


def run_all(jobs):
    return asyncio.run(main(jobs))
