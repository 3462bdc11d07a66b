"""Awaits the waiting task that it has just cancelled.

verdict: error
diagnosis: CancelledError came out of close, though nobody had cancelled it
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.task = None
        self.pending = None
        self.running = set()

    def __call__(self, *args, **kwargs):
        if self.task is not None:
            self.task.cancel()
        self.pending = (args, kwargs)
        self.task = asyncio.create_task(self.later())

    async def later(self):
        await asyncio.sleep(self.wait)
        self.run()

    def run(self):
        (args, kwargs), self.pending = self.pending, None
        run = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(run)
        run.add_done_callback(self.running.discard)
        return run

    async def flush(self):
        if self.pending is not None:
            self.task.cancel()
            await self.run()

    async def close(self):
        if self.pending is not None:
            self.task.cancel()
        if self.task is not None:
            await self.task
        if self.running:
            await asyncio.wait(self.running)
