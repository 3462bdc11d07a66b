"""shield once, and waits on in the finally."""

import asyncio
from contextlib import suppress


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    try:
        return await asyncio.shield(task)
    finally:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({task})
