"""Believes that everything in an `async def` is asynchronous.

verdict: blocked
diagnosis: by time.sleep at line 12 (random_add): nothing else could run meanwhile
"""

import asyncio
import time


async def random_add(delay, numbers):
    time.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [await random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.run(main())
