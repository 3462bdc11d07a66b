"""Wakes as many as pieces came: one piece, one taker.

verdict: failed
diagnosis: the wake-up went to a taker that could not go on (A), and B slept on
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._condition = asyncio.Condition()

    async def add(self, n):
        async with self._condition:
            self.stock += n
            self._condition.notify(n)

    async def take(self, n):
        async with self._condition:
            await self._condition.wait_for(lambda: self.stock >= n)
            self.stock -= n
