"""Lets a limiter that has rested catch up.

verdict: failed
diagnosis: began within 1 s, from
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.next = asyncio.get_running_loop().time()

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        start = self.next
        self.next += self.per / self.rate
        await asyncio.sleep(max(0, start - now))

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
