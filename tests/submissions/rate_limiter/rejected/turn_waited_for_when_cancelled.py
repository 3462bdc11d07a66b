"""Waits for its turn although it is cancelled, so that the turn is used up.

verdict: failed
diagnosis: request 1 was cancelled at 0.7, while it waited, and ended at 1
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.per = per
        self.due = [float("-inf")] * rate
        self.n = 0

    async def acquire(self):
        loop = asyncio.get_running_loop()
        slot = self.n % len(self.due)
        self.n += 1
        at = self.due[slot] = max(loop.time(), self.due[slot] + self.per)
        try:
            await asyncio.sleep(at - loop.time())
        except asyncio.CancelledError:
            await asyncio.sleep(at - loop.time())
            raise

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
