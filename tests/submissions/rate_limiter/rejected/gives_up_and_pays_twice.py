"""Moves the next turn back once more for a request that gives up.

verdict: failed
diagnosis: it would have been its turn at 3.4: one that gave up before used up more than its own turn
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self._gap = per / rate
        self._next = 0.0

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        at = max(now, self._next)
        self._next = at + self._gap
        if at > now:
            try:
                await asyncio.sleep(at - now)
            except asyncio.CancelledError:
                self._next += self._gap
                raise

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
