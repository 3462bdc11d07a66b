"""Refuses instead of waiting.

verdict: error
diagnosis: ValueError
"""


class Warehouse:
    def __init__(self):
        self.stock = 0

    async def add(self, n):
        self.stock += n

    async def take(self, n):
        if self.stock < n:
            raise ValueError("not enough is there")
        self.stock -= n
