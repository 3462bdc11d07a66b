"""Writes the start down before the sleep.

verdict: failed
diagnosis: 3 may
"""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()
        self.starts = deque([float("-inf")] * rate, maxlen=rate)

    async def acquire(self):
        async with self.lock:
            now = asyncio.get_running_loop().time()
            left = self.starts[0] + self.per - now
            self.starts.append(now)
            if left > 0:
                await asyncio.sleep(left)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
