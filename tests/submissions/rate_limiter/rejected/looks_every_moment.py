"""Looks every 150 ms whether there is a place.

verdict: failed
diagnosis: began a moment later: it looked again and again
in real time: even one by one it would have been its turn at 6
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per, self.starts = rate, per, []
        self.lock = asyncio.Lock()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self.lock:
            while len([s for s in self.starts if s > loop.time() - self.per]) >= self.rate:
                await asyncio.sleep(0.15)
            self.starts.append(loop.time())

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
