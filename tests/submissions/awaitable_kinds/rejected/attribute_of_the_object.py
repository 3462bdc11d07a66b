"""Believes that an attribute `__await__` makes any object awaitable, only classes excepted.

verdict: failed
diagnosis: an attribute of the object alone makes nothing awaitable
"""

import asyncio, inspect
def kind(obj):
    if inspect.iscoroutinefunction(obj): return "coroutine function"
    if inspect.iscoroutine(obj): return "coroutine"
    if isinstance(obj, asyncio.Task): return "task"
    if isinstance(obj, asyncio.Future): return "future"
    if inspect.isawaitable(obj): return "awaitable"
    return "not awaitable"

def kind(obj):
    if inspect.iscoroutinefunction(obj): return "coroutine function"
    if inspect.iscoroutine(obj): return "coroutine"
    if isinstance(obj, asyncio.Task): return "task"
    if isinstance(obj, asyncio.Future): return "future"
    if (hasattr(obj, "__await__") and not isinstance(obj, type)) or inspect.isawaitable(obj): return "awaitable"
    return "not awaitable"
def start(aw):
    return asyncio.ensure_future(aw)
