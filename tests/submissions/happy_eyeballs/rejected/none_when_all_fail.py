"""Returns None when every attempt has failed.

verdict: failed
diagnosis: returned None as if that were the value of one
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
            for task in done:
                if task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
