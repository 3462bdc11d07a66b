"""Everybody sleeps until a place is free and looks again: whoever wakes first gets it.

verdict: failed
diagnosis: first come, first served
"""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.starts = deque()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        while True:
            while self.starts and self.starts[0] + self.per <= loop.time():
                self.starts.popleft()
            if len(self.starts) < self.rate:
                self.starts.append(loop.time())
                return
            await asyncio.sleep(self.starts[0] + self.per - loop.time())

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
