"""Keeps the errors in a default argument.

verdict: failed
diagnosis: something was left over from the first call
"""

import asyncio


async def first_success(attempts, seconds=None, errors=[]):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    try:
        async with asyncio.timeout(seconds):
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in tasks:
                    if task in done and task.exception() is None:
                        return task.result()
                errors += [task.exception() for task in done]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    errors.sort(key=lambda error: [task.exception() for task in tasks].index(error) if error in [t.exception() for t in tasks] else -1)
    raise ExceptionGroup("all failed", errors)
