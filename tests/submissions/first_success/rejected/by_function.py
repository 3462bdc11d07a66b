"""Keeps the attempts in a dict, by function.

verdict: failed
diagnosis: it must be called once for each place
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    by_attempt = {attempt: asyncio.create_task(attempt()) for attempt in set(attempts)}
    tasks = [by_attempt[attempt] for attempt in attempts]
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
