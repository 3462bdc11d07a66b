"""Waits for the losers as for any task, and forgets that a cancelled one raises.

verdict: leaked
diagnosis: a CancelledError came out, though nobody else had cancelled the caller
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    async with asyncio.timeout(seconds):
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    for loser in pending:
                        loser.cancel()
                    await asyncio.gather(*pending)
                    return task.result()
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
