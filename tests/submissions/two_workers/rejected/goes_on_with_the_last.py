"""Is not to be cancelled while only one worker is left, and waits for that one.

verdict: failed
diagnosis: the cancellation did not come out of it
"""

import asyncio


async def main(worker):
    tasks = [asyncio.create_task(worker(1, "order milk")), asyncio.create_task(worker(2, "order bread"))]
    _, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            await task
