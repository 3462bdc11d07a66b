"""Gives asyncio.run a list of coroutine objects.

verdict: error
diagnosis: asyncio.run was given no coroutine object
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    return asyncio.run([random_add(*job) for job in jobs])
