"""Wakes one for whom there is enough; a newcomer who takes it first believes that this is nobody else's business.

verdict: failed
diagnosis: C came in the moment of the delivery and took some, and B slept on
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._waiting = []

    def _wake(self):
        for n, woken in self._waiting:
            if n <= self.stock and not woken.done():
                woken.set_result(None)
                return

    async def add(self, n):
        self.stock += n
        self._wake()

    async def take(self, n):
        if n <= self.stock:
            self.stock -= n
            return
        while self.stock < n:
            me = n, asyncio.get_running_loop().create_future()
            self._waiting.append(me)
            try:
                await me[1]
            except asyncio.CancelledError:
                self._waiting.remove(me)
                self._wake()
                raise
            self._waiting.remove(me)
        self.stock -= n
        self._wake()
