"""Waits without the condition's lock.

verdict: error
diagnosis: cannot wait on un-acquired lock at line 22: a condition is used by whoever holds its lock
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
        while self.stock < n:
            await self._condition.wait()
        self.stock -= n
