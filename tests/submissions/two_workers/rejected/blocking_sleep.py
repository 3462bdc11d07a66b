"""Makes tasks, then sleeps the way that blocks everything.

verdict: blocked
diagnosis: the event loop was blocked for
"""

import asyncio
import time


async def main(worker):
    milk = asyncio.create_task(worker(1, "order milk"))
    bread = asyncio.create_task(worker(2, "order bread"))
    time.sleep(2)
    await milk
    await bread
