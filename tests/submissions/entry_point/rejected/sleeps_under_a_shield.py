"""Shields the sleep, which nobody can stop any more.

verdict: leaked
diagnosis: still running when random_add(2.5, [1]) was cancelled
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.shield(asyncio.sleep(delay))
    return sum(numbers)
def run_all(jobs):
    async def main():
        return [await random_add(d, n) for d, n in jobs]
    return asyncio.run(main())
