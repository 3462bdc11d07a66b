"""Looks under the lock, and takes a moment later.

verdict: failed
diagnosis: somebody took 3 when fewer were there
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self.c = asyncio.Condition()

    async def add(self, n):
        async with self.c:
            self.stock += n
            self.c.notify_all()

    async def take(self, n):
        async with self.c:
            await self.c.wait_for(lambda: self.stock >= n)
        await asyncio.sleep(0)
        self.stock -= n
