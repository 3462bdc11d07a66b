"""Opens a task group in a plain function.

verdict: error
diagnosis: `async with` waits on the way in and out
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(random_add(*job)) for job in jobs]
    return [task.result() for task in tasks]
