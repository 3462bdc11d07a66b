"""Waits in close for ten seconds at most.

verdict: failed
diagnosis: close had waited enough at
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func, self.wait = func, wait
        self.timer = self.pending = None
        self.runs = set()

    def __call__(self, *args, **kwargs):
        self.drop()
        self.pending = args, kwargs
        self.timer = asyncio.get_running_loop().call_later(self.wait, self.begin)

    def drop(self):
        if self.timer is not None:
            self.timer.cancel()
        self.timer = self.pending = None

    def begin(self):
        args, kwargs = self.pending
        self.drop()
        run = asyncio.create_task(self.func(*args, **kwargs))
        self.runs.add(run)
        run.add_done_callback(self.runs.discard)
        return run

    async def flush(self):
        if self.pending is not None:
            await self.begin()

    async def close(self):
        self.drop()
        if self.runs:
            await asyncio.wait(self.runs, timeout=10)
