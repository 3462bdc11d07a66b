"""Lets everybody sleep for his share of the period.

verdict: failed
diagnosis: nothing made anybody wait
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per

    async def acquire(self):
        await asyncio.sleep(self.per / self.rate)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
