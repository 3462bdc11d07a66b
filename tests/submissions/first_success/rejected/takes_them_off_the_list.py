"""Takes the attempts off the caller's list, and believes that every sequence is a list.

verdict: failed
diagnosis: first_success itself raised AttributeError: 'tuple' object has no attribute 'pop' at line
"""

import asyncio


async def first_success(attempts, seconds=None):
    if attempts == []:
        raise ValueError("no attempts")
    tasks = []
    while attempts:
        tasks.append(asyncio.create_task(attempts.pop(0)()))
    pending = set(tasks)
    try:
        async with asyncio.timeout(seconds):
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if task.exception() is None:
                        return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
