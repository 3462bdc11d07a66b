"""Makes the first call at once and then keeps quiet.

verdict: failed
diagnosis: a ran at the moment of the call: it is due when 1 s have passed without another call
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
        loop = asyncio.get_running_loop()
        if self.timer is None or self.timer.when() <= loop.time():
            self.pending = (args, kwargs)
            self.timer = loop.call_later(0, int)
            self.begin()
        self.timer.cancel()
        self.timer = loop.call_later(self.wait, int)

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
