"""Waits for the event before it looks: who comes when the event has been cleared waits for the next delivery.

verdict: failed
diagnosis: when it came: it waited for a signal that had been given before, and did not look
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._came = asyncio.Event()

    async def add(self, n):
        self.stock += n
        self._came.set()

    async def take(self, n):
        while True:
            await self._came.wait()
            self._came.clear()
            if self.stock >= n:
                self.stock -= n
                return
