"""Looks in every turn of the loop.

verdict: failed
diagnosis: whoever looks again and again whether enough is there keeps the whole program busy
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0

    async def add(self, n):
        self.stock += n

    async def take(self, n):
        while self.stock < n:
            await asyncio.sleep(0)
        self.stock -= n
