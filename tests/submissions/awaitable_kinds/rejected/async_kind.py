"""Makes kind a coroutine function.

verdict: leaked
diagnosis: kind gave back a coroutine object
"""

import asyncio, inspect
def kind(obj):
    if inspect.iscoroutinefunction(obj): return "coroutine function"
    if inspect.iscoroutine(obj): return "coroutine"
    if isinstance(obj, asyncio.Task): return "task"
    if isinstance(obj, asyncio.Future): return "future"
    if inspect.isawaitable(obj): return "awaitable"
    return "not awaitable"

async def kind(obj):
    return "coroutine"
def start(aw):
    return asyncio.ensure_future(aw)
