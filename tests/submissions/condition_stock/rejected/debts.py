"""Takes first, and waits until the debt is paid.

verdict: failed
diagnosis: somebody took what was not there, and waited for it then
"""

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
        self.stock -= n
        while self.stock < 0:
            await self._changed.wait()
