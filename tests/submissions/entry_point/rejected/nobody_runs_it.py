"""Believes that the caller of run_all will run what it gives back.

verdict: leaked
diagnosis: no event loop was started that could run it
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    return [await random_add(*job) for job in jobs]


def run_all(jobs):
    return main(jobs)
