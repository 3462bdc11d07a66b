"""Believes that a cancelled work has the result None.

verdict: failed
diagnosis: the Future was cancelled, but it did not stay so
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
    async def run():
        try: return await aw
        except asyncio.CancelledError: return None
    return asyncio.create_task(run())
