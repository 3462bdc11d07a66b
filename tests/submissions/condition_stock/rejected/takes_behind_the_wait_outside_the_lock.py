"""Gives the lock back, and waits for its turn, before it takes.

verdict: failed
diagnosis: whoever is woken must look again
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
            await self._condition.wait_for(lambda: self.stock >= n)
        await asyncio.sleep(0)
        self.stock -= n
