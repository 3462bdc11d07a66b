"""Sleeps for two seconds, then cancels what is left and does not wait for it.

verdict: failed
diagnosis: you waited for a duration, not for the workers
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    try:
        await asyncio.sleep(2)
    finally:
        for task in tasks:
            task.cancel()
