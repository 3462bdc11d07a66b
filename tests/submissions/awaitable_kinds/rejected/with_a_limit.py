"""Believes that all work is done within a second.

verdict: failed
diagnosis: the Future must be done when the work is, and hold its result
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
    if asyncio.isfuture(aw): return aw
    if not inspect.isawaitable(aw): raise TypeError("no")
    return asyncio.create_task(asyncio.wait_for(aw, 1))
