"""Forgets the `return` in the coroutine that runs.

verdict: failed
diagnosis: run_all gave back nothing: the coroutine that ran returned nothing
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    [await random_add(*job) for job in jobs]


def run_all(jobs):
    return asyncio.run(main(jobs))
