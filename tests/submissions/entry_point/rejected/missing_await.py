"""Calls asyncio.sleep like time.sleep.

verdict: leaked
diagnosis: coroutine 'sleep' was never awaited
"""

import asyncio


async def random_add(delay, numbers):
    asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [await random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.run(main())
