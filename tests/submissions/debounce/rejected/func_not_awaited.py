"""Lets the timer call func as if it were a plain function.

verdict: leaked
diagnosis: func was called, and what it gave was not awaited
"""

import asyncio
import functools


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.timer = None
        self.pending = None

    def __call__(self, *args, **kwargs):
        if self.timer is not None:
            self.timer.cancel()
        self.pending = functools.partial(self.func, *args, **kwargs)
        self.timer = asyncio.get_running_loop().call_later(self.wait, self.pending)

    async def flush(self):
        if self.pending is not None:
            self.timer.cancel()
            await self.pending()
            self.pending = None

    async def close(self):
        if self.timer is not None:
            self.timer.cancel()
