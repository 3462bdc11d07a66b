"""Believes that everything asynchronous can be awaited.

verdict: failed
diagnosis: an asynchronous generator gives values to an `async for`
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
    if inspect.isawaitable(obj) or inspect.isasyncgen(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    return asyncio.ensure_future(aw)
