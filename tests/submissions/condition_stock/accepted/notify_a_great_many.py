"""Wakes as many as wait, by a number that it counts itself; each looks once for each delivery."""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._asleep = 0
        self._condition = asyncio.Condition()

    async def add(self, n):
        async with self._condition:
            self.stock += n
            self._condition.notify(self._asleep)

    async def take(self, n):
        async with self._condition:
            while self.stock < n:
                self._asleep += 1
                try:
                    await self._condition.wait()
                finally:
                    self._asleep -= 1
            self.stock -= n
