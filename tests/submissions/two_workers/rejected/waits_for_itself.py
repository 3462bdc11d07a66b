"""Waits for all tasks, its own among them.

verdict: deadlock
diagnosis: everything waits
"""

import asyncio


async def main(worker):
    asyncio.create_task(worker(1, "order milk"))
    asyncio.create_task(worker(2, "order bread"))
    await asyncio.gather(*asyncio.all_tasks())
