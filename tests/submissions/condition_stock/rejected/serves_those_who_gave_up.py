"""Whoever has given up is still in the list.

verdict: error
diagnosis: what came was given to a taker who had given up: its future was over already
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
                served.set_result(None)
                self.stock -= wanted
                self._waiting.remove(request)

    async def take(self, n):
        if n <= self.stock:
            self.stock -= n
            return
        request = n, asyncio.get_running_loop().create_future()
        self._waiting.append(request)
        await request[1]
