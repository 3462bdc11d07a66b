"""add does its work when it is called, and gives something to await."""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self.waiting = []

    def add(self, n):
        self.stock += n
        for f in self.waiting:
            if not f.done():
                f.set_result(None)
        self.waiting.clear()
        return asyncio.sleep(0)

    async def take(self, n):
        while n > self.stock:
            f = asyncio.get_running_loop().create_future()
            self.waiting.append(f)
            await f
        self.stock -= n
