"""Each cancelled wait calls itself once more and raises afterwards."""

import asyncio


async def finish(task):
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if not task.done():
            await finish(task)
        raise


async def commit_safely(commit):
    return await finish(asyncio.create_task(commit()))
