"""Starts the workers as tasks, and then awaits new calls of them.

verdict: failed
diagnosis: each worker exactly once
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    await worker(1, "order milk")
    await worker(2, "order bread")
    await asyncio.gather(*tasks)
