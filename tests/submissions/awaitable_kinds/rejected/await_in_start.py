"""Awaits the work in a plain function.

verdict: error
diagnosis: start must not wait for the work
"""

import asyncio, inspect
def kind(obj):
    if inspect.iscoroutinefunction(obj): return "coroutine function"
    if inspect.iscoroutine(obj): return "coroutine"
    if isinstance(obj, asyncio.Task): return "task"
    if isinstance(obj, asyncio.Future): return "future"
    if inspect.isawaitable(obj): return "awaitable"
    return "not awaitable"

def start(aw):
    return await aw
