"""Looks, sleeps and begins, without a look after the sleep.

verdict: failed
diagnosis: those who had slept had all looked before anybody had begun
"""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.starts = deque(maxlen=rate)

    async def acquire(self):
        loop = asyncio.get_running_loop()
        if len(self.starts) == self.rate:
            left = self.starts[0] + self.per - loop.time()
            if left > 0:
                await asyncio.sleep(left)
        self.starts.append(loop.time())

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
