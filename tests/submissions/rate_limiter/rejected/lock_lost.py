"""Releases the lock when all went well.

verdict: deadlock
diagnosis: a request was cancelled while it waited, and those behind it wait for ever at line
"""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.lock = asyncio.Lock()
        self.starts = deque(maxlen=rate)

    async def acquire(self):
        loop = asyncio.get_running_loop()
        await self.lock.acquire()
        if len(self.starts) == self.rate:
            left = self.starts[0] + self.per - loop.time()
            await asyncio.sleep(left)
        self.starts.append(loop.time())
        self.lock.release()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
