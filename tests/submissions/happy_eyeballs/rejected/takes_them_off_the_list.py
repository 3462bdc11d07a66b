"""Takes the attempts off the caller's list, and believes that every sequence is a list.

verdict: failed
diagnosis: staggered_race itself raised AttributeError: 'tuple' object has no attribute 'pop' at line
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    tasks, pending = [], set()
    try:
        while attempts or pending:
            if attempts:
                tasks.append(asyncio.create_task(attempts.pop(0)()))
                pending.add(tasks[-1])
            done, pending = await asyncio.wait(
                pending, timeout=delay if attempts else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
