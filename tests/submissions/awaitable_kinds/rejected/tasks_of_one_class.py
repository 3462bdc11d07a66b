"""Compares the type: a task of a class that inherits from Task is missed.

verdict: failed
diagnosis: an object of a class that inherits from asyncio.Task is a Task, too
"""

import asyncio
import inspect


def kind(obj):
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if inspect.iscoroutine(obj):
        return "coroutine"
    if type(obj) is asyncio.Task:
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
