"""Believes that whatever has the attribute `__await__` can be awaited.

verdict: failed
diagnosis: its objects can be awaited, the class itself cannot
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
    if hasattr(obj, "__await__") or inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    return asyncio.ensure_future(aw)
