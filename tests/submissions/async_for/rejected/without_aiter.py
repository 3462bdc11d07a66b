"""Has __anext__ and no __aiter__.

verdict: error
diagnosis: which has no __aiter__
"""

import asyncio


class Orders:
    def __init__(self, n, interval=1.0):
        self.n = n
        self.interval = interval
        self.order = 0

    async def __anext__(self):
        if self.order == self.n:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.order += 1
        return self.order - 1


dispatch_orders = Orders


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
