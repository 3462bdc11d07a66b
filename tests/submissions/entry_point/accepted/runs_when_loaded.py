"""The demonstration at the end is not guarded by __name__."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [await random_add(*job) for job in jobs]

    return asyncio.run(main())


print(run_all([(0.5, [1, 2]), (0.8, [3]), (0.2, [4, 5])]))
