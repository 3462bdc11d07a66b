"""Pauses for a full period after the last of `rate` starts.

verdict: failed
diagnosis: even one by one it would have been its turn at
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()
        self.count = 0
        self.last = 0

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            if self.count == self.rate:
                await asyncio.sleep(self.last + self.per - loop.time())
                self.count = 0
            self.count += 1
            self.last = loop.time()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
