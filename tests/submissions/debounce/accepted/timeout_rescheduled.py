"""asyncio.timeout marks the quiet period, and each call reschedules it."""

import asyncio
import functools


class Debouncer:
    def __init__(self, func, wait):
        self.func, self.wait = func, wait
        self.quiet = None
        self.waiter = None
        self.tm = None
        self.runs = []
        self.last = None

    def __call__(self, *a, **k):
        self.last = functools.partial(self.func, *a, **k)
        self.due = asyncio.get_running_loop().time() + self.wait
        if self.waiter is None:
            self.waiter = asyncio.create_task(self.wait_quiet())
        elif self.tm is not None:
            self.tm.reschedule(self.due)

    async def wait_quiet(self):
        try:
            async with asyncio.timeout_at(self.due) as self.tm:
                self.tm.reschedule(self.due)
                await asyncio.get_running_loop().create_future()
        except TimeoutError:
            self.run()
        finally:
            if self.waiter is asyncio.current_task():
                self.waiter = self.tm = None

    def run(self):
        call, self.last = self.last, None
        t = asyncio.ensure_future(call())
        self.runs.append(t)
        t.add_done_callback(self.runs.remove)
        return t

    async def stop(self):
        w, self.waiter, self.tm = self.waiter, None, None
        if w is not None:
            w.cancel()

    async def flush(self):
        if self.last is not None:
            t = self.run()
            await self.stop()
            await t

    async def close(self):
        self.last = None
        w = self.waiter
        await self.stop()
        if w:
            await asyncio.wait({w})
        for t in list(self.runs):
            await asyncio.wait({t})
