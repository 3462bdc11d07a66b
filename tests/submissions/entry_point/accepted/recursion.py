"""The first job, and then the rest, which is done in the same way."""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

async def rest(jobs):
    if not jobs: return []
    (delay, numbers), *others = jobs
    return [await random_add(delay, numbers)] + await rest(others)
def run_all(jobs):
    return asyncio.run(rest(jobs))
