"""Takes whichever way the wait ends.

verdict: failed
diagnosis: the stock was -3 at 0.9: somebody took what was not there
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
            try:
                await self._condition.wait_for(lambda: self.stock >= n)
            finally:
                self.stock -= n
