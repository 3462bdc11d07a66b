"""Believes that a Future finds its work by itself.

verdict: leaked
diagnosis: the work must begin by itself, right after start
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
    return asyncio.get_running_loop().create_future()
