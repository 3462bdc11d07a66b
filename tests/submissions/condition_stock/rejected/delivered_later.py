"""Adds in a task of its own, which nobody waits for.

verdict: failed
diagnosis: add(2) returned, and the stock was 0
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self.c = asyncio.Condition()

    async def add(self, n):
        async def later():
            async with self.c:
                self.stock += n
                self.c.notify_all()

        asyncio.create_task(later())

    async def take(self, n):
        async with self.c:
            await self.c.wait_for(lambda: self.stock >= n)
            self.stock -= n
