"""Suppresses every CancelledError, and compares cancelling() before and after."""

import asyncio
from contextlib import suppress


async def commit_safely(commit):
    me = asyncio.current_task()
    before = me.cancelling()
    task = asyncio.create_task(commit())
    while not task.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait({task})
    if me.cancelling() > before:
        raise asyncio.CancelledError
    return task.result()
