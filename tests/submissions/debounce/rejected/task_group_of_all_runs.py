"""Runs everything in one TaskGroup, and opens another one when that has failed.

verdict: failed
diagnosis: a failed at 2, and b, which was at work then, was cancelled at 2
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func, self.wait = func, wait
        self.timer = self.todo = self.group = None

    def __call__(self, *a, **k):
        if self.timer:
            self.timer.cancel()
        self.todo = (a, k)
        self.timer = asyncio.get_running_loop().call_later(self.wait, self.begin)

    def begin(self):
        if self.timer:
            self.timer.cancel()
            self.timer = None
        (a, k), self.todo = self.todo, None
        if self.group is None or self.group.done():
            self.queue = asyncio.Queue()
            self.group = asyncio.create_task(self.serve(self.queue))
        done = asyncio.get_running_loop().create_future()
        self.queue.put_nowait((a, k, done))
        return done

    async def serve(self, queue):
        async with asyncio.TaskGroup() as g:
            while (job := await queue.get()) is not None:
                g.create_task(self.run(*job))

    async def run(self, a, k, done):
        try:
            await self.func(*a, **k)
        finally:
            if not done.done():
                done.set_result(None)

    async def flush(self):
        if self.todo:
            await self.begin()

    async def close(self):
        if self.timer:
            self.timer.cancel()
        self.timer = self.todo = None
        if self.group and not self.group.done():
            self.queue.put_nowait(None)
            await asyncio.wait({self.group})
