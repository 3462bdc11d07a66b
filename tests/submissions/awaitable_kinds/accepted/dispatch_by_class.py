"""kind is a generic function, with one answer for each class."""

import asyncio, types, inspect, functools
from collections.abc import Coroutine
@functools.singledispatch
def kind(obj):
    if inspect.iscoroutinefunction(obj): return "coroutine function"
    return "awaitable" if inspect.isawaitable(obj) else "not awaitable"
kind.register(types.CoroutineType)(lambda obj: "coroutine")
kind.register(asyncio.Future)(lambda obj: "future")
kind.register(asyncio.Task)(lambda obj: "task")
def start(aw):
    if not inspect.isawaitable(aw): raise TypeError("this cannot be awaited")
    return asyncio.ensure_future(aw)
