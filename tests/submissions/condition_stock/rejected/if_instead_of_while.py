"""Believes that whoever is woken can go on.

verdict: failed
diagnosis: the stock was -1 at 0.4: somebody took 2 when fewer were there; whoever is woken must look again
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
            if self.stock < n:
                await self._condition.wait()
            self.stock -= n
