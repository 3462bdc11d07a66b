"""Tells the loop's exception handler of an error as soon as the run is over."""

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
        args, kwargs = self.pending
        self.pending = None
        self.timer.cancel()
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.running.add(task)
        task.add_done_callback(self.over)
        return task

    async def flush(self):
        if self.pending is not None:
            await asyncio.wait({self.begin()})

    async def close(self):
        if self.timer is not None:
            self.timer.cancel()
        self.pending = None
        if self.running:
            await asyncio.wait(self.running)

    def over(self, task):
        self.running.discard(task)
        if not task.cancelled() and task.exception() is not None:
            context = {"message": "a debounced call failed", "exception": task.exception(), "task": task}
            asyncio.get_running_loop().call_exception_handler(context)
