"""One event, which is set and cleared in one go: those who wait at that moment are woken, and look again."""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._changed = asyncio.Event()

    async def add(self, n):
        self.stock += n
        self._changed.set()
        self._changed.clear()

    async def take(self, n):
        while self.stock < n:
            await self._changed.wait()
        self.stock -= n
