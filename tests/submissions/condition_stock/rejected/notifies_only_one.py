"""Wakes one taker, and hopes that it is the right one.

verdict: failed
diagnosis: B waited for 1 at 1.1, and 1 was there: the wake-up went to a taker that could not go on (A), and B slept on
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._condition = asyncio.Condition()

    async def add(self, n):
        async with self._condition:
            self.stock += n
            self._condition.notify()

    async def take(self, n):
        async with self._condition:
            while self.stock < n:
                await self._condition.wait()
            self.stock -= n
