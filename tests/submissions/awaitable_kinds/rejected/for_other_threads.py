"""Believes that every function that takes a coroutine and gives a Future will do.

verdict: error
diagnosis: run_coroutine_threadsafe is for other threads
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
    if inspect.isawaitable(obj):
        return "awaitable"
    return "not awaitable"


def start(aw):
    return asyncio.run_coroutine_threadsafe(aw, asyncio.get_running_loop())
