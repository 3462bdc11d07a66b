"""Takes a place, and sees to its return behind another await.

verdict: deadlock
diagnosis: a request was cancelled while it waited, and those behind it wait for ever
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.sem = asyncio.Semaphore(rate)

    async def acquire(self):
        await self.sem.acquire()
        await asyncio.sleep(0)
        asyncio.get_running_loop().call_later(self.per, self.sem.release)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
