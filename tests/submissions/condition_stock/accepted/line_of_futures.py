"""A list of who waits for how much; a delivery serves everybody for whom there is enough, from the front."""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._waiting = []

    async def add(self, n):
        self.stock += n
        self._serve()

    def _serve(self):
        for request in list(self._waiting):
            n, served = request
            if n <= self.stock and not served.done():
                self.stock -= n
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
        except asyncio.CancelledError:
            if request in self._waiting:
                self._waiting.remove(request)
            elif request[1].done() and not request[1].cancelled():
                await self.add(n)
            raise
