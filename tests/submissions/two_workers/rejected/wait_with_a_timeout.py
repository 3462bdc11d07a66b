"""Waits for two seconds, done or not.

verdict: leaked
diagnosis: you waited for a duration, not for the workers
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    await asyncio.wait(tasks, timeout=2)
