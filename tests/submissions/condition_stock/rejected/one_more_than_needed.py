"""Waits until there is more than enough.

verdict: failed
diagnosis: A waited for 2 at 0.9, and 2 were there: nobody woke it
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._condition = asyncio.Condition()

    async def add(self, n):
        async with self._condition:
            self.stock += n
            self._condition.notify_all()

    async def take(self, n):
        async with self._condition:
            await self._condition.wait_for(lambda: self.stock > n)
            self.stock -= n
