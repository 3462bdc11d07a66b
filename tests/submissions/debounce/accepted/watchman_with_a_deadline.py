"""One task sleeps until the deadline, which calls move on while it sleeps."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.pending = None
        self.deadline = 0
        self.watchman = None
        self.running = set()

    def __call__(self, *args, **kwargs):
        self.pending = (args, kwargs)
        self.deadline = asyncio.get_running_loop().time() + self.wait
        if self.watchman is None:
            self.watchman = asyncio.create_task(self.watch())

    async def watch(self):
        loop = asyncio.get_running_loop()
        while self.pending is not None:
            left = self.deadline - loop.time()
            if left <= 0:
                self.begin()
            else:
                await asyncio.sleep(left)
        self.watchman = None

    def begin(self):
        (args, kwargs), self.pending = self.pending, None
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def flush(self):
        if self.pending is not None:
            await self.begin()

    async def close(self):
        self.pending = None
        watchman, self.watchman = self.watchman, None
        if watchman is not None:
            watchman.cancel()
            await asyncio.wait({watchman})
        if self.running:
            await asyncio.wait(self.running)
