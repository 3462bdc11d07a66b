"""Believes that a Future can only hold results.

verdict: failed
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
    return asyncio.create_task(safe(aw))


async def safe(aw):
    try:
        return await aw
    except Exception as error:
        return error
