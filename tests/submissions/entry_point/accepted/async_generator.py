"""The sums come from an asynchronous generator."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def sums():
        for job in jobs:
            yield await random_add(*job)

    async def main():
        return [total async for total in sums()]

    return asyncio.run(main(), debug=True)
