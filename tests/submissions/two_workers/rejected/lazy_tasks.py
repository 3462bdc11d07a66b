"""A generator of tasks, each made when the one before has been awaited.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

import asyncio


async def main(worker):
    jobs = [(1, "order milk"), (2, "order bread")]
    tasks = (asyncio.create_task(worker(delay, name)) for delay, name in jobs)
    for task in tasks:
        await task
