"""Raises in close what a run raises that close waits for, if no flush waits for it."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.timer = None
        self.pending = None
        self.running = set()
        self.flushed = set()

    def __call__(self, *args, **kwargs):
        if self.timer is not None:
            self.timer.cancel()
        self.pending = (args, kwargs)
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
            run = self.begin()
            self.flushed.add(run)
            run.add_done_callback(self.flushed.discard)
            await run

    async def close(self):
        if self.timer is not None:
            self.timer.cancel()
        self.pending = None
        mine = self.running - self.flushed
        if self.running:
            await asyncio.wait(self.running)
        for task in mine:
            task.result()
