"""An event for the next change; whoever changes something sets it and puts a fresh one in its place."""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._changed = asyncio.Event()

    async def add(self, n):
        self.stock += n
        self._changed.set()
        self._changed = asyncio.Event()

    async def take(self, n):
        while self.stock < n:
            await self._changed.wait()
        self.stock -= n
