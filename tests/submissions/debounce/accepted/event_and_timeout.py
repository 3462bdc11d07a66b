"""A task waits for the next call with a time limit: the limit is the quiet period."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.pending = None
        self.again = asyncio.Event()
        self.task = None
        self.running = set()

    def __call__(self, *args, **kwargs):
        self.pending = (args, kwargs)
        self.again.set()
        if self.task is None:
            self.task = asyncio.create_task(self.serve())

    async def serve(self):
        while self.pending is not None:
            self.again.clear()
            try:
                async with asyncio.timeout(self.wait):
                    await self.again.wait()
            except TimeoutError:
                if self.pending is not None:
                    self.begin()
        self.task = None

    def begin(self):
        (args, kwargs), self.pending = self.pending, None
        self.again.set()
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def flush(self):
        if self.pending is not None:
            await asyncio.wait({self.begin()})

    async def close(self):
        self.pending = None
        self.again.set()
        tasks = self.running | ({self.task} if self.task else set())
        if tasks:
            await asyncio.wait(tasks)
