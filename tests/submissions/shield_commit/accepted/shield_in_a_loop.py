"""Awaits a shield again and again, and keeps the CancelledError in mind."""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    request = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            request = error
    if request is not None:
        raise request
    return task.result()
