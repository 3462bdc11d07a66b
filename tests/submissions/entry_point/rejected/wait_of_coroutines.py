"""Gives asyncio.wait coroutine objects.

verdict: error
diagnosis: asyncio.wait takes tasks
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    done, _ = await asyncio.wait([random_add(*job) for job in jobs])
    return [task.result() for task in done]


def run_all(jobs):
    return asyncio.run(main(jobs))
