"""Refuses what has no `__await__`.

verdict: error
diagnosis: a generator-based coroutine has no `__await__`, and still `await` takes it
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
    if not hasattr(type(aw), "__await__"):
        raise TypeError("not awaitable")
    return asyncio.ensure_future(aw)
