"""Sleeps a little longer than the workers take, to be sure.

verdict: leaked
diagnosis: you waited for a duration, not for the workers
"""

import asyncio


async def main(worker):
    asyncio.create_task(worker(1, "order milk"))
    asyncio.create_task(worker(2, "order bread"))
    await asyncio.sleep(2.5)
