"""Limits how many run at a time.

verdict: failed
diagnosis: 6 began within 3 s, from 0 on, where 3 may: when one ended, the next began; that limits how many run
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
