"""Commit stores its outcome and sets an event."""

import asyncio


async def commit_safely(commit):
    over = asyncio.Event()
    task = asyncio.create_task(commit())
    task.add_done_callback(lambda _: over.set())
    requests = []
    while not over.is_set():
        try:
            await over.wait()
        except asyncio.CancelledError as request:
            requests.append(request)
    task.exception()
    for request in requests:
        raise request
    return task.result()
