"""Loops on asyncio.wait, which never cancels what it waits for."""

import asyncio


async def commit_safely(commit):
    task = asyncio.ensure_future(commit())
    cancelled = False
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError
    return await task
