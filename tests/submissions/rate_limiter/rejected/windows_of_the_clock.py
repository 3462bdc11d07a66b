"""Counts the starts in each full period of the clock.

verdict: failed
diagnosis: a period may begin at any instant, and here the count began anew in the middle of this one
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()
        self.window = None
        self.count = 0
        self.began = asyncio.get_running_loop().time()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            while True:
                passed = loop.time() - self.began
                window = int(passed / self.per + 1e-6)
                if window != self.window:
                    self.window, self.count = window, 0
                if self.count < self.rate:
                    self.count += 1
                    return
                await asyncio.sleep((window + 1) * self.per - passed)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
