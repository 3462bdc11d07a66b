"""One asyncio.Runner, and one run for all the jobs."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    sums = []
    for delay, numbers in jobs:
        sums.append(await random_add(delay, numbers))
    return sums


def run_all(jobs):
    with asyncio.Runner() as runner:
        return runner.run(main(jobs))
