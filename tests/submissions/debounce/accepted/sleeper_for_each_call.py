"""Each call has a task that sleeps and looks whether it is still the last one; close ends the sleepers."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.last = None
        self.sleepers = {}
        self.running = set()

    def __call__(self, *args, **kwargs):
        self.last = call = lambda: self.func(*args, **kwargs)
        self.sleepers[call] = task = asyncio.create_task(self.sleeper(call))
        task.add_done_callback(lambda _: self.sleepers.pop(call))

    async def sleeper(self, call):
        await asyncio.sleep(self.wait)
        if self.last is call:
            self.begin()

    def begin(self):
        call, self.last = self.last, None
        task = asyncio.create_task(call())
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def flush(self):
        if self.last is not None:
            await self.begin()

    async def close(self):
        self.last = None
        tasks = list(self.sleepers.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self.running:
            await asyncio.wait(self.running)
