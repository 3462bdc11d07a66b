"""run_all has random_add as a default argument."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs, add):
    return [await add(*job) for job in jobs]


def run_all(jobs, add=random_add):
    return asyncio.run(main(jobs, add))
