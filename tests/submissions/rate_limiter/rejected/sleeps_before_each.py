"""Sleeps before each start, under a lock, the first one too.

verdict: failed
diagnosis: though the limiter was free when it came: it must not wait before it
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()

    async def acquire(self):
        async with self.lock:
            await asyncio.sleep(self.per / self.rate)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
