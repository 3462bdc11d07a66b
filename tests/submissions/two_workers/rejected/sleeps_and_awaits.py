"""Sleeps for the two seconds first, and awaits the tasks then, to be sure.

verdict: failed
diagnosis: you waited for a duration, not for the workers
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    await asyncio.sleep(max(1, 2))
    for task in tasks:
        await task
