"""Believes that list() goes through any generator expression.

verdict: error
diagnosis: an `await` inside a generator expression, makes an asynchronous generator
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        return list(await random_add(d, n) for d, n in jobs)
    return asyncio.run(main())
