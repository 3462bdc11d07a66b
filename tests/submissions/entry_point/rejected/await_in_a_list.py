"""Believes that an `await` inside a list needs no `async def`.

verdict: error
diagnosis: a comprehension that awaits may stand only inside an `async def`
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    return [await random_add(d, n) for d, n in jobs]
