"""An event for each number of pieces that somebody waits for."""

import asyncio
from collections import defaultdict


class Warehouse:
    def __init__(self):
        self.stock = 0
        self.events = defaultdict(asyncio.Event)

    async def add(self, n):
        self.stock += n
        for k, e in self.events.items():
            if k <= self.stock:
                e.set()

    async def take(self, n):
        while self.stock < n:
            self.events[n].clear()
            await self.events[n].wait()
        self.stock -= n
