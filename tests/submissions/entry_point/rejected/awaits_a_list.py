"""Believes that a list of coroutine objects can be awaited.

verdict: error
diagnosis: a list of coroutine objects is not awaitable itself
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        return await [random_add(d, n) for d, n in jobs]
    return asyncio.run(main())
