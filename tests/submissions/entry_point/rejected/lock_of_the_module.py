"""Holds a lock while it waits, so that no two jobs overlap, whoever awaits them.

verdict: failed
diagnosis: also while another random_add is under way
"""

import asyncio

lock = asyncio.Lock()


async def random_add(delay, numbers):
    async with lock:
        await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    return [await random_add(*job) for job in jobs]


def run_all(jobs):
    return asyncio.run(main(jobs))
