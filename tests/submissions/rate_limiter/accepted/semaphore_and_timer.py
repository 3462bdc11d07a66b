"""A semaphore whose permits come back by a timer."""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.places = asyncio.Semaphore(rate)

    async def acquire(self):
        await self.places.acquire()
        asyncio.get_running_loop().call_later(self.per, self.places.release)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
