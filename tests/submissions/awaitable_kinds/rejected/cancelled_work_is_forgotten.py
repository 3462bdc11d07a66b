"""Fills the Future by hand, with a result or an Exception: a CancelledError is neither.

verdict: failed
diagnosis: the work ended cancelled, and the Future was never done
"""

import asyncio
import inspect


def kind(obj):
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if inspect.iscoroutine(obj):
        return "coroutine"
    if isinstance(obj, asyncio.Task):
        return "task"
    if isinstance(obj, asyncio.Future):
        return "future"
    if inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    if isinstance(aw, asyncio.Future):
        return aw
    if not inspect.isawaitable(aw):
        raise TypeError("not awaitable")
    future = asyncio.get_running_loop().create_future()

    async def fill():
        try:
            result = await aw
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    task = asyncio.create_task(fill())
    future.add_done_callback(lambda future: task.cancel() if future.cancelled() else None)
    return future
