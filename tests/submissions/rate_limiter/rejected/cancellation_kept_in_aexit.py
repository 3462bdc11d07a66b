"""Lets errors out of the block, and takes a cancellation for no error.

verdict: failed
diagnosis: a request was cancelled inside its block, and the limiter kept the CancelledError to itself
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
            await asyncio.sleep(at - now)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, error, where):
        return kind is not None and not issubclass(kind, Exception)
