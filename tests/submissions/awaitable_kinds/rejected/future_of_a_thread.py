"""Starts what belongs to a thread, too.

verdict: failed
diagnosis: raised nothing, although that is not awaitable
"""

import asyncio
import concurrent.futures
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
    if inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    if isinstance(aw, concurrent.futures.Future):
        return asyncio.wrap_future(aw)
    if not inspect.isawaitable(aw):
        raise TypeError("not awaitable")
    return asyncio.ensure_future(aw)
