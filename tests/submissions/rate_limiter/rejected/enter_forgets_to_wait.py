"""Makes the coroutine object of acquire in __aenter__.

verdict: leaked
diagnosis: nothing made anybody wait
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
                    await asyncio.sleep(left)
            self.starts.append(loop.time())

    async def __aenter__(self):
        self.acquire()

    async def __aexit__(self, *exc):
        pass
