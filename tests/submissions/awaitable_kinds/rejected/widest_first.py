"""Asks the widest question first.

verdict: failed
diagnosis: what the call of an `async def` function gives is a "coroutine"
"""

import asyncio
import inspect


def kind(obj):
    if inspect.isawaitable(obj):
        return "awaitable"
    if inspect.iscoroutinefunction(obj):
        return "coroutine function"
    if inspect.iscoroutine(obj):
        return "coroutine"
    if isinstance(obj, asyncio.Task):
        return "task"
    if isinstance(obj, asyncio.Future):
        return "future"
    return "not awaitable"


def start(aw):
    return asyncio.ensure_future(aw)
