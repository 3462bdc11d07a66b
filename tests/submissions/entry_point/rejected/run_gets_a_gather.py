"""Believes that gather is a coroutine function.

verdict: error
diagnosis: asyncio.gather was called before any event loop ran
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    return asyncio.run(asyncio.gather(*(random_add(delay, numbers) for delay, numbers in jobs)))
