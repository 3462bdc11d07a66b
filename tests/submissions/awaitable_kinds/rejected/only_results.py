"""Fills the Future by hand, but only with results.

verdict: leaked
diagnosis: the work failed, so the Future must hold its error
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
    if asyncio.isfuture(aw):
        return aw
    if not inspect.isawaitable(aw):
        raise TypeError("not awaitable")
    future = asyncio.get_running_loop().create_future()

    async def fill():
        future.set_result(await aw)

    future.task = asyncio.create_task(fill())
    return future
