"""Wraps what is a Future already in a new Task.

verdict: failed
diagnosis: start(fut) must hand back the same future
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
    if not inspect.isawaitable(aw):
        raise TypeError("not awaitable")
    return asyncio.create_task(awaited(aw))


async def awaited(aw):
    return await aw
