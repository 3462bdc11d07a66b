"""Asks whether the tasks are done in every turn of the loop.

verdict: spin
diagnosis: main kept asking whether the workers were done
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0)
