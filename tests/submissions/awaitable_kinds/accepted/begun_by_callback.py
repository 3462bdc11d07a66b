"""start gives back a bare Future; a callback begins the work and fills it."""

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
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    async def w(): return await aw
    def begin():
        if fut.cancelled(): return
        t = loop.create_task(w())
        def stop(f):
            if f.cancelled(): t.cancel()
        fut.add_done_callback(stop)
        def copy(t):
            if fut.done(): return
            if t.cancelled(): fut.cancel()
            elif t.exception(): fut.set_exception(t.exception())
            else: fut.set_result(t.result())
        t.add_done_callback(copy)
    loop.call_soon(begin)
    return fut
