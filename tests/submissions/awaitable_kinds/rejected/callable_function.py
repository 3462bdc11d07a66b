"""Believes that every function can be awaited when it is called.

verdict: failed
diagnosis: only `async def` makes a coroutine function
"""

import asyncio
import inspect


def kind(obj):
    if callable(obj):
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
    return asyncio.ensure_future(aw)
