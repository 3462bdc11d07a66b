"""One lock for all takers: whoever waits for much keeps out those who want little.

verdict: failed
diagnosis: B waited for 1 at 1.1, and 1 was there: it stood in line behind A, who wanted more
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._takers = asyncio.Lock()
        self._changed = asyncio.Event()

    async def add(self, n):
        self.stock += n
        self._changed.set()

    async def take(self, n):
        async with self._takers:
            while self.stock < n:
                self._changed.clear()
                await self._changed.wait()
            self.stock -= n
