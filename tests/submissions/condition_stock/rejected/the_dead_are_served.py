"""Sets aside what those who gave up had wanted.

verdict: failed
diagnosis: A gave up, and took along what it had no right to
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._waiting = []

    async def add(self, n):
        self.stock += n
        for request in list(self._waiting):
            wanted, served = request
            if wanted <= self.stock:
                self.stock -= wanted
                served.set()
                self._waiting.remove(request)

    async def take(self, n):
        if n <= self.stock:
            self.stock -= n
            return
        request = n, asyncio.Event()
        self._waiting.append(request)
        await request[1].wait()
