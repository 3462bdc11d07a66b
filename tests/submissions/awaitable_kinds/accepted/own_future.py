"""start makes a Future of a class of its own, whose cancel cancels the work."""

import asyncio, inspect
def kind(obj):
    if inspect.iscoroutinefunction(obj): return "coroutine function"
    if inspect.iscoroutine(obj): return "coroutine"
    if isinstance(obj, asyncio.Task): return "task"
    if isinstance(obj, asyncio.Future): return "future"
    if inspect.isawaitable(obj): return "awaitable"
    return "not awaitable"

class Later(asyncio.Future):
    def __init__(self, aw):
        super().__init__()
        async def run():
            try:
                v = await aw
            except asyncio.CancelledError:
                if not self.done(): super(Later, self).cancel()
                raise
            except BaseException as e:
                if not self.done(): self.set_exception(e)
            else:
                if not self.done(): self.set_result(v)
        self.task = asyncio.ensure_future(run())
    def cancel(self, msg=None):
        return self.task.cancel()
def start(aw):
    if isinstance(aw, asyncio.Future): return aw
    if not inspect.isawaitable(aw): raise TypeError
    return Later(aw)
