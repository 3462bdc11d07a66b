"""Believes that a coroutine inside a coroutine needs asyncio.run too.

verdict: error
diagnosis: asyncio.run was called while a loop was running already
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [asyncio.run(random_add(delay, numbers)) for delay, numbers in jobs]

    return asyncio.run(main())
