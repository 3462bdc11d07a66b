"""Returns with nothing when it is cancelled.

verdict: failed
diagnosis: A was cancelled, but the cancellation did not come out of take
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
        try:
            async with self._condition:
                await self._condition.wait_for(lambda: self.stock >= n)
                self.stock -= n
        except asyncio.CancelledError:
            return
