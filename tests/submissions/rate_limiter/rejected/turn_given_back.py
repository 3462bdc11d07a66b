"""Gives the turn back when it is cancelled, whoever has got a later one.

verdict: failed
diagnosis: 2 began within 1 s, from 2 on, where 1 may
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.step = per / rate
        self.tat = 0

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        self.tat = max(self.tat, now)
        wait = self.tat - now
        self.tat += self.step
        try:
            await asyncio.sleep(wait)
        except asyncio.CancelledError:
            self.tat -= self.step
            raise

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
