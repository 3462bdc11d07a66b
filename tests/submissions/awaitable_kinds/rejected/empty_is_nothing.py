"""Asks first whether there is anything, and an empty object says no.

verdict: failed
diagnosis: that the object is empty does not matter
"""

import asyncio
import inspect


def kind(obj):
    if not obj:
        return "not awaitable"
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
        raise TypeError(f"{aw!r} cannot be awaited")
    return asyncio.ensure_future(aw)
