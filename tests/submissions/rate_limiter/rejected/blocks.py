"""Sleeps with time.sleep.

verdict: blocked
diagnosis: by time.sleep at line
"""

import asyncio
import time
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()
        self.starts = deque()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            if len(self.starts) == self.rate:
                left = self.starts.popleft() + self.per - loop.time()
                if left > 0:
                    time.sleep(left)
            self.starts.append(loop.time())

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
