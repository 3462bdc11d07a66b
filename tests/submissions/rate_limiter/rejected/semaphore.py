"""Limits how many run at a time.

verdict: deadlock
diagnosis: 3 began, and all others wait for ever at line 18, for semaphore.acquire(): this limits how many run
    at a time, and not how often one begins
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.places = asyncio.Semaphore(rate)

    async def acquire(self):
        await self.places.acquire()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.places.release()
