"""Calls the object to see what comes out.

verdict: leaked
diagnosis: kind must only look
"""

import asyncio
import inspect


def kind(obj):
    if inspect.isfunction(obj) or inspect.ismethod(obj):
        try:
            return "coroutine function" if inspect.iscoroutine(obj()) else "not awaitable"
        except TypeError:
            return "not awaitable"
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
