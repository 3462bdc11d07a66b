"""__anext__ is a plain def, and gives an object with __await__."""

import asyncio


class Next:
    def __init__(self, orders):
        self.orders = orders

    def __await__(self):
        return self.orders.step().__await__()


class dispatch_orders:
    def __init__(self, n, interval=1.0):
        self.left = iter(range(n))
        self.n = n
        self.i = 0
        self.interval = interval

    def __aiter__(self):
        return self

    def __anext__(self):
        return Next(self)

    async def step(self):
        if self.i == self.n:
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.i += 1
        return self.i - 1


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
