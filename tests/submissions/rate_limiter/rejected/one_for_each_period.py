"""Lets one through in each period, whatever the rate.

verdict: failed
diagnosis: even one by one it would have been its turn at 1
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.next = float("-inf")

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        start = max(now, self.next)
        self.next = start + self.per
        await asyncio.sleep(start - now)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
