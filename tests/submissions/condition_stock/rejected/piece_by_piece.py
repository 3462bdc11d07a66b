"""Takes piece by piece what there is.

verdict: failed
diagnosis: somebody hoarded: at 0.5 the stock was 0, although 1 had been added and 0 taken; the rest was kept for A
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
            for _ in range(n):
                await self._condition.wait_for(lambda: self.stock > 0)
                self.stock -= 1
