"""Waits for those that it has cancelled, but not when its own caller is cancelled: the race in asyncio did so for long.

verdict: leaked
diagnosis: staggered_race was cancelled
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    try:
        while line or pending:
            if line:
                tasks.append(asyncio.create_task(line.pop(0)()))
                pending.add(tasks[-1])
            done, pending = await asyncio.wait(
                pending, timeout=delay if line else None, return_when=asyncio.FIRST_COMPLETED
            )
            won = [task for task in done if task.exception() is None]
            if won:
                for other in pending:
                    other.cancel()
                if pending:
                    await asyncio.wait(pending)
                return won[0].result()
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
