"""A future for the next delivery, which all who wait share through a shield."""

import asyncio


class Warehouse:
    def __init__(self):
        self._pieces = []
        self._next = None

    @property
    def stock(self):
        return len(self._pieces)

    async def add(self, n):
        self._pieces.extend([object()] * n)
        if self._next is not None:
            self._next.set_result(None)
            self._next = None

    async def take(self, n):
        while len(self._pieces) < n:
            if self._next is None:
                self._next = asyncio.get_running_loop().create_future()
            await asyncio.shield(self._next)
        del self._pieces[-n:]
