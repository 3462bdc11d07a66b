"""Every call has a timer and a number; only the timer of the last number does anything."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.generation = 0
        self.pending = {}
        self.running = set()

    def __call__(self, *args, **kwargs):
        self.generation += 1
        self.pending = {self.generation: (args, kwargs)}
        asyncio.get_running_loop().call_later(self.wait, self.begin, self.generation)

    def begin(self, generation):
        if generation not in self.pending:
            return None
        args, kwargs = self.pending.pop(generation)
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def flush(self):
        task = self.begin(self.generation)
        if task is not None:
            await asyncio.wait({task})

    async def close(self):
        self.pending = {}
        while self.running:
            await asyncio.wait(self.running)
