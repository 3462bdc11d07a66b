"""A task waits for the quiet period; a new call cancels it, unless it has begun the run."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.waiting = None
        self.pending = None
        self.running = set()

    def __call__(self, *args, **kwargs):
        self.drop()
        self.pending = (args, kwargs)
        self.waiting = asyncio.create_task(self.later())

    async def later(self):
        await asyncio.sleep(self.wait)
        task = self.waiting
        self.waiting = None
        self.running.add(task)
        try:
            await self.run()
        finally:
            self.running.discard(task)

    async def run(self):
        (args, kwargs), self.pending = self.pending, None
        await self.func(*args, **kwargs)

    def drop(self):
        task, self.waiting = self.waiting, None
        if task is not None:
            task.cancel()
        return task

    async def flush(self):
        if self.pending is None:
            return
        self.drop()
        task = asyncio.create_task(self.run())
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        await asyncio.shield(task)

    async def close(self):
        dropped = self.drop()
        self.pending = None
        over = self.running | ({dropped} if dropped else set())
        if over:
            await asyncio.wait(over)
