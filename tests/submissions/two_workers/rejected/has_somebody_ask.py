"""Has a task that asks all the while whether the others are done.

verdict: failed
diagnosis: the loop was kept busy
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]

    async def ask():
        while not all(task.done() for task in tasks):
            await asyncio.sleep(0.01)

    asking = asyncio.create_task(ask())
    try:
        await asyncio.gather(*tasks)
    finally:
        asking.cancel()
        await asyncio.wait([asking])
