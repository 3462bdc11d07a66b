"""Adds up a set of the numbers: equal numbers count once.

verdict: failed
diagnosis: run_all must give back the list of the sums
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(set(numbers))


async def main(jobs):
    return [await random_add(*job) for job in jobs]


def run_all(jobs):
    return asyncio.run(main(jobs))
