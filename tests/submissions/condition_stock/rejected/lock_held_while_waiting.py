"""Waits for stock with the lock in its hand.

verdict: deadlock
diagnosis: 'A' keeps the lock while it waits for event.wait()
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._lock = asyncio.Lock()
        self._changed = asyncio.Event()

    async def add(self, n):
        async with self._lock:
            self.stock += n
            self._changed.set()

    async def take(self, n):
        async with self._lock:
            while self.stock < n:
                self._changed.clear()
                await self._changed.wait()
            self.stock -= n
