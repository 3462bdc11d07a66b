"""Believes that a Task is not a Future.

verdict: failed
diagnosis: a Task is a Future, so test the narrower kind first
"""

import asyncio
import inspect


def kind(obj):
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if inspect.iscoroutine(obj):
        return "coroutine"
    if isinstance(obj, asyncio.Future):
        return "future"
    if isinstance(obj, asyncio.Task):
        return "task"
    if inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    return asyncio.ensure_future(aw)
