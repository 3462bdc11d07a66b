"""Believes that every error belongs into the Future.

verdict: failed
diagnosis: raised nothing, although that is not awaitable
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
    if not inspect.isawaitable(aw):
        f = asyncio.get_running_loop().create_future()
        f.set_exception(TypeError("not awaitable"))
        return f
    return asyncio.ensure_future(aw)
