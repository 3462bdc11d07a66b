"""Cancels what has not finished after two seconds, so that nothing is left.

verdict: failed
diagnosis: a worker was stopped before it had finished
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    done, late = await asyncio.wait(tasks, timeout=2.25)
    for task in late:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
