"""Believes that asyncio.run collects what a coroutine function yields.

verdict: error
diagnosis: makes an `async def` an asynchronous generator
from Python 3.14: asyncio.run was given no coroutine object
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        for j in jobs: yield await random_add(*j)
    return asyncio.run(main())
