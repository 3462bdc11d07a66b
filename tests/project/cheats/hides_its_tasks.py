"""Is right but for a task that it leaves running, and hides it from asyncio.all_tasks.

exercise: two_workers
verdict: leaked
"""

import asyncio

asyncio.all_tasks = lambda loop=None: set()
kept = []


async def main(worker):
    kept.append(asyncio.create_task(asyncio.sleep(0.5)))
    kept.append(asyncio.create_task(asyncio.sleep(1000)))
    await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
