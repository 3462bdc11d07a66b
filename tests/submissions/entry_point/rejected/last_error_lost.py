"""Looks at the error of a job when the next one is due: the last job's is never seen.

verdict: failed
diagnosis: a job failed, but run_all raised nothing
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    tasks = []
    for job in jobs:
        if tasks and tasks[-1].exception():
            raise tasks[-1].exception()
        tasks.append(asyncio.create_task(random_add(*job)))
        await asyncio.wait(tasks)
    return [0 if task.exception() else task.result() for task in tasks]


def run_all(jobs):
    return asyncio.run(main(jobs))
