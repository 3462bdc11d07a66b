"""Keeps what is pending on the class.

verdict: failed
diagnosis: a call of one object took the place of one of the other
"""

import asyncio


class Debouncer:
    timer = None
    pending = None
    running = set()

    def __init__(self, func, wait):
        self.func = func
        self.wait = wait

    def __call__(self, *args, **kwargs):
        if Debouncer.timer is not None:
            Debouncer.timer.cancel()
        Debouncer.pending = (args, kwargs)
        Debouncer.timer = asyncio.get_running_loop().call_later(self.wait, self.begin)

    def begin(self):
        args, kwargs = Debouncer.pending
        Debouncer.pending = None
        Debouncer.timer.cancel()
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        return task

    async def flush(self):
        if Debouncer.pending is not None:
            await self.begin()

    async def close(self):
        if Debouncer.timer is not None:
            Debouncer.timer.cancel()
        Debouncer.pending = None
        if self.running:
            await asyncio.wait(self.running)
