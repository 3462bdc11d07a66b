"""Gives everybody the next free instant; they lie evenly apart."""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.next = float("-inf")

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        start = max(now, self.next)
        self.next = start + self.per / self.rate
        await asyncio.sleep(start - now)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
