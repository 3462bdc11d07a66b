"""Tickets decide whose turn it is; a condition tells everybody when it changes."""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.changed = asyncio.Condition()
        self.line = []
        self.starts = []

    async def acquire(self):
        loop = asyncio.get_running_loop()
        ticket = object()
        async with self.changed:
            self.line.append(ticket)
            try:
                await self.changed.wait_for(lambda: self.line[0] is ticket)
                if len(self.starts) == self.rate:
                    await asyncio.sleep(self.starts[0] + self.per - loop.time())
                self.starts = [*self.starts[-self.rate + 1 :], loop.time()] if self.rate > 1 else [loop.time()]
            finally:
                self.line.remove(ticket)
                self.changed.notify_all()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
