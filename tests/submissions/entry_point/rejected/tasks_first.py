"""Makes all tasks before it awaits the first.

verdict: failed
diagnosis: the jobs ran concurrently; this exercise wants one after the other
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        tasks = [asyncio.create_task(random_add(delay, numbers)) for delay, numbers in jobs]
        return [await task for task in tasks]

    return asyncio.run(main())
