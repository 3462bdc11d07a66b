"""Looks for `__await__` in the class itself, and not in those it inherits from.

verdict: failed
diagnosis: `await` asks the class for `__await__`, which may be inherited
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
    if "__await__" in vars(type(obj)) or inspect.isgenerator(obj) and inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    if not inspect.isawaitable(aw):
        raise TypeError(f"{aw!r} cannot be awaited")
    return asyncio.ensure_future(aw)
