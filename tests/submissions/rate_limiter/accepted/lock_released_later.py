"""A lock that a timer releases when the next one may begin."""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()

    async def acquire(self):
        await self.lock.acquire()
        asyncio.get_running_loop().call_later(self.per / self.rate, self.lock.release)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
