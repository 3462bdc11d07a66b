"""Looks every second whether the tasks are done.

verdict: failed
diagnosis: you waited for a duration, not for the workers
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(1)
