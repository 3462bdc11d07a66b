"""Gives asyncio.run the function.

verdict: error
diagnosis: the event loop was given the function itself
from Python 3.14: asyncio.run was given no coroutine object
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [await random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.run(main)
