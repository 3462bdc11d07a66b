"""What was set aside for a taker who gives up at that moment is lost.

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
            if wanted <= self.stock and not served.done():
                self.stock -= wanted
                served.set_result(None)
                self._waiting.remove(request)

    async def take(self, n):
        if n <= self.stock:
            self.stock -= n
            return
        request = n, asyncio.get_running_loop().create_future()
        self._waiting.append(request)
        try:
            await request[1]
        finally:
            if request in self._waiting:
                self._waiting.remove(request)
