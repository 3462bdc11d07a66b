"""Believes that `await` makes any call asynchronous.

verdict: error
diagnosis: time.sleep is no coroutine function
"""

import asyncio
import time


async def random_add(delay, numbers):
    await time.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [await random_add(*job) for job in jobs]

    return asyncio.run(main())
