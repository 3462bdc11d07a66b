"""Takes an error before the first sum for an empty list of jobs.

verdict: failed
diagnosis: a job failed, but run_all raised nothing
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    sums = []
    try:
        for job in jobs:
            sums.append(await random_add(*job))
    except Exception:
        if sums:
            raise
    return sums


def run_all(jobs):
    return asyncio.run(main(jobs))
