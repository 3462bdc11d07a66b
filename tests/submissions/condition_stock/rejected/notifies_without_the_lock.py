"""Notifies without the condition's lock.

verdict: error
diagnosis: cannot notify on un-acquired lock at line 17: a condition is used by whoever holds its lock
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._condition = asyncio.Condition()

    async def add(self, n):
        self.stock += n
        self._condition.notify_all()

    async def take(self, n):
        async with self._condition:
            await self._condition.wait_for(lambda: self.stock >= n)
            self.stock -= n
