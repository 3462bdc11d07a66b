"""Makes tasks before there is a loop.

verdict: error
diagnosis: a task was made before any event loop ran
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    tasks = [asyncio.create_task(random_add(delay, numbers)) for delay, numbers in jobs]

    async def main():
        return [await task for task in tasks]

    return asyncio.run(main())
