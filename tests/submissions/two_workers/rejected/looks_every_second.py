"""Looks every second whether the tasks are done.

verdict: failed
diagnosis: or asked only from time to time whether they were done
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(1)
