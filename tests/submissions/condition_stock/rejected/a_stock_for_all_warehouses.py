"""The stock and the condition belong to the class.

verdict: failed
diagnosis: two warehouses have nothing to do with each other
"""

import asyncio


class Warehouse:
    stock = 0
    condition = asyncio.Condition()

    async def add(self, n):
        async with self.condition:
            Warehouse.stock += n
            self.condition.notify_all()

    async def take(self, n):
        async with self.condition:
            await self.condition.wait_for(lambda: Warehouse.stock >= n)
            Warehouse.stock -= n
