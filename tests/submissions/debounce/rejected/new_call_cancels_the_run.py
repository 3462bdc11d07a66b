"""Has one task for the wait and for the run, and cancels it at each call.

verdict: failed
diagnosis: what has begun is no longer pending, and goes on to its end
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.task = None
        self.pending = None

    def __call__(self, *args, **kwargs):
        if self.task is not None:
            self.task.cancel()
        self.pending = (args, kwargs)
        self.task = asyncio.create_task(self.later())

    async def later(self):
        await asyncio.sleep(self.wait)
        await self.run()

    async def run(self):
        (args, kwargs), self.pending = self.pending, None
        await self.func(*args, **kwargs)

    async def flush(self):
        if self.pending is not None:
            self.task.cancel()
            self.task = asyncio.create_task(self.run())
            await self.task

    async def close(self):
        if self.pending is not None:
            self.task.cancel()
        if self.task is not None:
            await asyncio.wait({self.task})
