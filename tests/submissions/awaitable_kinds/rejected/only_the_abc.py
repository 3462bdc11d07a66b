"""Believes that collections.abc.Awaitable knows all that `await` takes.

verdict: failed
diagnosis: a generator-based coroutine has no `__await__`, and still `await` takes it
"""

import asyncio
import inspect
from collections.abc import Awaitable


def kind(obj):
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if inspect.iscoroutine(obj):
        return "coroutine"
    if isinstance(obj, asyncio.Task):
        return "task"
    if isinstance(obj, asyncio.Future):
        return "future"
    if isinstance(obj, Awaitable):
        return "awaitable"
    return "not awaitable"


def start(aw):
    return asyncio.ensure_future(aw)
