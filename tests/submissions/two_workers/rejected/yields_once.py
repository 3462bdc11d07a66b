"""Believes that handing over once lets the tasks run to their end.

verdict: leaked
diagnosis: main left before the workers finished
"""

import asyncio


async def main(worker):
    asyncio.create_task(worker(1, "order milk"))
    asyncio.create_task(worker(2, "order bread"))
    await asyncio.sleep(0)
