"""Sleeps second by second, and cannot be stopped any more in the last part.

verdict: failed
diagnosis: random_add was cancelled while it waited
"""

import asyncio


async def random_add(delay, numbers):
    for _ in range(int(delay)):
        await asyncio.sleep(1)
    try:
        await asyncio.sleep(delay % 1)
    except asyncio.CancelledError:
        pass
    return sum(numbers)


async def main(jobs):
    return [await random_add(*job) for job in jobs]


def run_all(jobs):
    return asyncio.run(main(jobs))
