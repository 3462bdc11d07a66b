"""Believes that an awaitable runs by itself.

verdict: leaked
diagnosis: start() returned a coroutine: nothing was scheduled
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
    return aw
