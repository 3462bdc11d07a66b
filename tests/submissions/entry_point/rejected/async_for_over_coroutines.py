"""Believes that `async for` awaits the coroutine objects of a generator.

verdict: error
diagnosis: a generator of coroutine objects is a plain generator
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    return [total async for total in (random_add(*job) for job in jobs)]


def run_all(jobs):
    return asyncio.run(main(jobs))
