"""Collects the sums in one list for all calls.

verdict: failed
diagnosis: the second run_all must work like the first
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

results = []
def run_all(jobs):
    async def main():
        for d, n in jobs: results.append(await random_add(d, n))
    asyncio.run(main())
    return results
