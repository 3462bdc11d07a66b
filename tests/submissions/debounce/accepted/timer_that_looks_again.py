"""One timer, which is set again when it finds that there was a call in the meantime."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.due = None
        self.call = None
        self.timer = None
        self.running = []

    def __call__(self, *args, **kwargs):
        loop = asyncio.get_running_loop()
        self.call = (args, kwargs)
        self.due = loop.time() + self.wait
        if self.timer is None:
            self.timer = loop.call_at(self.due, self.look)

    def look(self):
        loop = asyncio.get_running_loop()
        self.timer = None
        if self.call is None:
            return
        if self.due > loop.time():
            self.timer = loop.call_at(self.due, self.look)
        else:
            self.begin()

    def begin(self):
        (args, kwargs), self.call = self.call, None
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.append(task)
        task.add_done_callback(self.running.remove)
        return task

    async def flush(self):
        if self.call is not None:
            await self.begin()

    async def close(self):
        self.call = None
        if self.timer is not None:
            self.timer.cancel()
        if self.running:
            await asyncio.wait(self.running)
