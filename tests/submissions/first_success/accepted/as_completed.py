"""Takes them as they complete; as_completed knows of the limit."""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.ensure_future(attempt()) for attempt in attempts]

    async def safe(task):
        await asyncio.wait([task])
        return task

    watchers = [asyncio.create_task(safe(task)) for task in tasks]
    try:
        for first in asyncio.as_completed(watchers, timeout=seconds):
            task = await first
            if task.exception() is None:
                return task.result()
    finally:
        for task in [*tasks, *watchers]:
            task.cancel()
        await asyncio.gather(*tasks, *watchers, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
