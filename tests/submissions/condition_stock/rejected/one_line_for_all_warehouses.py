"""Keeps those who wait in the class, so that all warehouses have one line.

verdict: failed
diagnosis: two warehouses have nothing to do with each other
"""

import asyncio


class Warehouse:
    _waiting = []

    def __init__(self):
        self.stock = 0

    def _wake(self):
        for n, woken in self._waiting:
            if n <= self.stock and not woken.done():
                woken.set_result(None)
                return

    async def add(self, n):
        self.stock += n
        self._wake()

    async def take(self, n):
        try:
            while self.stock < n:
                me = n, asyncio.get_running_loop().create_future()
                self._waiting.append(me)
                try:
                    await me[1]
                finally:
                    self._waiting.remove(me)
                if self.stock < n:
                    self._wake()
        except asyncio.CancelledError:
            self._wake()
            raise
        self.stock -= n
        self._wake()
