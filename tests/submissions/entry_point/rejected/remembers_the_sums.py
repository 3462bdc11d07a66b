"""Does a job that came before no second time.

verdict: failed
diagnosis: all of it again for a job that came before
"""

import asyncio

known = {}


async def random_add(delay, numbers):
    job = delay, tuple(map(id, numbers))
    if job not in known:
        await asyncio.sleep(delay)
        known[job] = sum(numbers)
    return known[job]


async def main(jobs):
    return [await random_add(*job) for job in jobs]


def run_all(jobs):
    return asyncio.run(main(jobs))
