"""A new future for each wait, resolved by a done callback."""

import asyncio


async def over(task):
    waiter = asyncio.get_running_loop().create_future()
    wake = lambda _: waiter.done() or waiter.set_result(None)
    task.add_done_callback(wake)
    try:
        await waiter
    finally:
        task.remove_done_callback(wake)


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    pending = None
    while not task.done():
        try:
            await over(task)
        except asyncio.CancelledError as request:
            pending = pending or request
    if pending and not task.exception():
        raise pending
    return task.result()
