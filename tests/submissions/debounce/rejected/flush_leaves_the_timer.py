"""Makes the call in flush, and again when the timer fires.

verdict: failed
diagnosis: flush has made the pending call; it must not be made again later
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
        if self.timer is not None:
            self.timer.cancel()
        self.pending = (args, kwargs)
        self.timer = asyncio.get_running_loop().call_later(self.wait, self.begin)

    def begin(self):
        args, kwargs = self.pending or ((), {})
        if self.pending is None:
            return None
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def flush(self):
        if self.pending is not None:
            await self.begin()
            self.pending = None

    async def close(self):
        if self.timer is not None:
            self.timer.cancel()
        self.pending = None
        if self.running:
            await asyncio.wait(self.running)
