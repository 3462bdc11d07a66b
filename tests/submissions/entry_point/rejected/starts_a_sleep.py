"""Believes that a started sleep makes its starter wait.

verdict: leaked
diagnosis: random_add started something and went on
"""

import asyncio

async def random_add(delay, numbers):
    asyncio.create_task(asyncio.sleep(delay))
    return sum(numbers)
def run_all(jobs):
    async def main():
        return [await random_add(d, n) for d, n in jobs]
    return asyncio.run(main())
