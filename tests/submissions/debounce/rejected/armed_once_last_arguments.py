"""Arms the timer at the first call, and only takes over the later arguments.

verdict: failed
diagnosis: 1 s after the first call: each call begins the quiet period anew
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.timer = None
        self.pending = None
        self.running = set()

    def __call__(self, *args, **kwargs):
        waiting = self.pending is not None
        self.pending = (args, kwargs)
        if waiting:
            return
        self.timer = asyncio.get_running_loop().call_later(self.wait, self.begin)

    def begin(self):
        args, kwargs = self.pending
        self.pending = None
        self.timer.cancel()
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def flush(self):
        if self.pending is not None:
            await self.begin()

    async def close(self):
        if self.timer is not None:
            self.timer.cancel()
        self.pending = None
        if self.running:
            await asyncio.wait(self.running)
