"""A task of the limiter fills a semaphore again, for ever.

verdict: leaked
diagnosis: a task of the limiter still ran when nobody waited any more at line
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.places = asyncio.Semaphore(rate)
        self.line = asyncio.Lock()
        self.task = asyncio.create_task(self.refill())

    async def refill(self):
        while True:
            await asyncio.sleep(self.per / self.rate)
            if self.places.locked():
                self.places.release()

    async def acquire(self):
        await self.places.acquire()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
