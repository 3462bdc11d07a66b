"""Gives each call a task that sleeps and then looks whether it is still the last one.

verdict: leaked
diagnosis: close returned, and 3 tasks of the debouncer went on at line
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.generation = 0
        self.pending = None
        self.tasks = set()

    def __call__(self, *args, **kwargs):
        self.generation += 1
        self.pending = (args, kwargs)
        self.keep(self.later(self.generation))

    def keep(self, coroutine):
        task = asyncio.create_task(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    async def later(self, generation):
        await asyncio.sleep(self.wait)
        if generation == self.generation and self.pending is not None:
            self.begin()

    def begin(self):
        (args, kwargs), self.pending = self.pending, None
        return self.keep(self.func(*args, **kwargs))

    async def flush(self):
        if self.pending is not None:
            await self.begin()

    async def close(self):
        self.pending = None
        running = [task for task in self.tasks if "later" not in task.get_coro().__qualname__]
        if running:
            await asyncio.wait(running)
