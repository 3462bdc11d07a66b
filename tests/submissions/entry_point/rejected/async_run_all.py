"""Makes run_all a coroutine function, because it awaits.

verdict: leaked
diagnosis: run_all is an `async def` itself
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def run_all(jobs):
    return [await random_add(delay, numbers) for delay, numbers in jobs]
