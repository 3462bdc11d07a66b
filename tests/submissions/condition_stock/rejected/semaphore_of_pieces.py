"""A permit for each piece, which a taker collects one by one.

verdict: failed
diagnosis: somebody hoarded
"""

import asyncio


class Warehouse:
    def __init__(self):
        self._pieces = asyncio.Semaphore(0)

    @property
    def stock(self):
        return self._pieces._value

    async def add(self, n):
        for _ in range(n):
            self._pieces.release()

    async def take(self, n):
        for _ in range(n):
            await self._pieces.acquire()
