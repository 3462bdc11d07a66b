"""Makes tasks and returns: believes that the program waits for every task.

verdict: leaked
diagnosis: main left before the workers finished
"""

import asyncio


async def main(worker):
    asyncio.create_task(worker(1, "order milk"))
    asyncio.create_task(worker(2, "order bread"))
