"""Believes that calling the coroutine function inside runs it.

verdict: leaked
diagnosis: let go of it: no event loop ever got to run it
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        return [await random_add(d, n) for d, n in jobs]
    main()
