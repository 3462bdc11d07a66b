"""Lets one task serve all calls; the first error ends it.

verdict: failed
diagnosis: a raised an error, and nobody heard of it
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.queue = asyncio.Queue()
        self.pending = None
        self.timer = None
        self.worker = None
        self.running = set()

    def __call__(self, *args, **kwargs):
        if self.worker is None:
            self.worker = asyncio.create_task(self.serve())
        if self.timer is not None:
            self.timer.cancel()
        self.pending = (args, kwargs, asyncio.Event())
        self.timer = asyncio.get_running_loop().call_later(self.wait, self.begin)

    def begin(self):
        call, self.pending = self.pending, None
        self.timer.cancel()
        self.queue.put_nowait(call)
        return call[2]

    async def serve(self):
        async with asyncio.TaskGroup() as group:
            while True:
                args, kwargs, over = await self.queue.get()
                run = group.create_task(self.func(*args, **kwargs))
                self.running.add(run)
                run.add_done_callback(self.running.discard)
                run.add_done_callback(lambda _, over=over: over.set())

    async def flush(self):
        if self.pending is not None:
            await self.begin().wait()

    async def close(self):
        if self.timer is not None:
            self.timer.cancel()
        if self.running:
            await asyncio.wait(self.running)
        if self.worker is not None:
            self.worker.cancel()
            await asyncio.wait({self.worker})
