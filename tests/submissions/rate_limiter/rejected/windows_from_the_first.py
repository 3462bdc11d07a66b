"""Begins a period with the first start in it, and counts anew when it is over.

verdict: failed
diagnosis: a period may begin at any instant, and here the count began anew in the middle of this one
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()
        self.window = float("-inf")
        self.count = 0

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            while True:
                now = loop.time()
                window = now if now >= self.window + self.per else self.window
                if window != self.window:
                    self.window, self.count = window, 0
                if self.count < self.rate:
                    self.count += 1
                    return
                await asyncio.sleep(self.window + self.per - now)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
