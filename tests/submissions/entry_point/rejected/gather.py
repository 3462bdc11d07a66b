"""Believes that the jobs are to overlap, because asyncio could do it.

verdict: failed
diagnosis: the jobs ran concurrently; this exercise wants one after the other
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return await asyncio.gather(*(random_add(delay, numbers) for delay, numbers in jobs))

    return asyncio.run(main())
