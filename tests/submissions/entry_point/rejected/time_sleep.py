"""Believes that everything in an `async def` is asynchronous.

verdict: blocked
diagnosis: the event loop was blocked for 2 s by time.sleep
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
