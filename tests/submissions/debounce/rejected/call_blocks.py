"""Waits for the quiet period in the call itself.

verdict: blocked
diagnosis: by time.sleep at line
"""

import asyncio
import time


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.timer = None
        self.pending = None
        self.running = set()

    def __call__(self, *args, **kwargs):
        if self.timer is not None:
            self.timer.cancel()
        self.pending = (args, kwargs)
        time.sleep(self.wait)
        self.timer = asyncio.get_running_loop().call_later(0, self.begin)

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
