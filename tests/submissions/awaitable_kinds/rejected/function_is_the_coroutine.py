"""Believes that the `async def` function is the coroutine.

verdict: failed
diagnosis: an `async def` function is no coroutine yet
"""

import asyncio
import inspect


def kind(obj):
    if inspect.iscoroutinefunction(obj) or inspect.iscoroutine(obj):
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
