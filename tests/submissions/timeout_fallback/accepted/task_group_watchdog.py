"""A task group with primary and a watchdog that cancels primary."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    late = False

    async def watch(task):
        nonlocal late
        await asyncio.sleep(seconds)
        late = True
        task.cancel()

    async def watched():
        job = asyncio.current_task()
        watchdog = group.create_task(watch(job))
        try:
            return await primary()
        finally:
            watchdog.cancel()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(watched())
    if late:
        return await fallback()
    return task.result()
