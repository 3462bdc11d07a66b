"""Knows how long the workers take, and sleeps as long.

verdict: leaked
diagnosis: you waited for a duration, not for the workers
"""

import asyncio


async def main(worker):
    asyncio.create_task(worker(1, "order milk"))
    asyncio.create_task(worker(2, "order bread"))
    await asyncio.sleep(2)
