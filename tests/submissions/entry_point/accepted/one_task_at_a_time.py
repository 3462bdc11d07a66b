"""Every job is a task of its own, awaited before the next is made."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        sums = []
        for delay, numbers in jobs:
            sums.append(await asyncio.create_task(random_add(delay, numbers)))
        return sums

    return asyncio.run(main())
