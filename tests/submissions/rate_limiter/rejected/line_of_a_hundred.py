"""Takes no more than a hundred into its line.

verdict: error
diagnosis: RuntimeError: too many requests
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self._gap = per / rate
        self._next = 0.0

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        at = max(now, self._next)
        if at - now > 100 * self._gap:
            raise RuntimeError("too many requests")
        self._next = at + self._gap
        if at > now:
            await asyncio.sleep(at - now)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
