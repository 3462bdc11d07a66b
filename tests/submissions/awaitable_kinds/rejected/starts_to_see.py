"""Tries whether the event loop takes the object.

verdict: leaked
diagnosis: kind must only look
"""

import asyncio
import inspect


def kind(obj):
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if isinstance(obj, asyncio.Task):
        return "task"
    if isinstance(obj, asyncio.Future):
        return "future"
    coroutine = inspect.iscoroutine(obj)
    try:
        asyncio.ensure_future(obj)
    except TypeError:
        return "not awaitable"
    return "coroutine" if coroutine else "awaitable"


def start(aw):
    return asyncio.ensure_future(aw)
