"""Looks every 0.7 s.

verdict: failed
diagnosis: nobody woke it, or it looked only now and then
"""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0

    async def add(self, n):
        self.stock += n

    async def take(self, n):
        while self.stock < n:
            await asyncio.sleep(0.7)
        self.stock -= n
