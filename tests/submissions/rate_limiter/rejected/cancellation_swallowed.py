"""Believes that whoever is cancelled while it waits has waited long enough.

verdict: failed
diagnosis: request 1 was cancelled after 0.4 s of waiting, and went on
"""

import asyncio
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
            while len(self.starts) >= self.rate:
                left = self.starts[0] + self.per - loop.time()
                if left <= 0:
                    self.starts.popleft()
                else:
                    try:
                        await asyncio.sleep(left)
                    except asyncio.CancelledError:
                        pass
            self.starts.append(loop.time())

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
