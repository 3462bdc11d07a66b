"""A token bucket of the capacity `rate`, which is filled while it is emptied.

verdict: failed
diagnosis: 3 at once, and then places that came back before 3 s had passed
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.tokens = rate
        self.filled = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            while True:
                now = loop.time()
                self.tokens = min(self.rate, self.tokens + (now - self.filled) * self.rate / self.per)
                self.filled = now
                if self.tokens >= 1 - 1e-9:
                    self.tokens -= 1
                    return
                await asyncio.sleep((1 - self.tokens) * self.per / self.rate)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
