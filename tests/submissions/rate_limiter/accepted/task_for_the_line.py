"""A task serves the line while there is one; whoever leaves it as the last one cancels that task."""

import asyncio
import contextlib
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.line = deque()
        self.past = deque(maxlen=rate)
        self.task = None

    async def acquire(self):
        ticket = asyncio.get_running_loop().create_future()
        self.line.append(ticket)
        if self.task is None:
            self.task = asyncio.create_task(self.serve())
        try:
            await ticket
        except asyncio.CancelledError:
            with contextlib.suppress(ValueError):
                self.line.remove(ticket)
            if not self.line and self.task:
                t, self.task = self.task, None
                t.cancel()
            raise

    async def serve(self):
        loop = asyncio.get_running_loop()
        while self.line:
            if len(self.past) == self.rate:
                await asyncio.sleep(self.past[0] + self.per - loop.time())
            if self.line:
                t = self.line.popleft()
                if not t.done():
                    self.past.append(loop.time())
                    t.set_result(None)
        self.task = None

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
