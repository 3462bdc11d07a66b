"""Believes that a delivery must wait until it is taken.

verdict: deadlock
diagnosis: add never waits for a taker
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
            await self.c.wait_for(lambda: self.stock == 0)

    async def take(self, n):
        async with self.c:
            await self.c.wait_for(lambda: self.stock >= n)
            self.stock -= n
            self.c.notify_all()
