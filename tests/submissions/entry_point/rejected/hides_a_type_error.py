"""Gives back no sums when a job holds something that is no number.

verdict: failed
diagnosis: a job failed, but run_all raised nothing
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    try:
        return [await random_add(*job) for job in jobs]
    except TypeError:
        return []


def run_all(jobs):
    return asyncio.run(main(jobs))
