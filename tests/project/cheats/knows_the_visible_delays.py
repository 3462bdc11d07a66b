"""Waits for as long as the workers of the visible tests take.

exercise: two_workers
verdict: failed
"""

import asyncio


async def main(worker):
    tasks = [asyncio.ensure_future(worker(1, "order milk")), asyncio.ensure_future(worker(2, "order bread"))]
    await asyncio.sleep(2)
    for task in tasks:
        task.cancel()
