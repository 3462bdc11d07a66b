"""A token bucket that holds one token, by the clock of the time module."""

import asyncio
import time


class RateLimiter:
    def __init__(self, rate, per):
        self.interval = per / rate
        self.filled = time.monotonic() - self.interval
        self.lock = asyncio.Lock()

    async def acquire(self):
        async with self.lock:
            left = self.filled + self.interval - time.monotonic()
            if left > 0:
                await asyncio.sleep(left)
            self.filled = time.monotonic()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
