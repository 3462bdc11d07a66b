"""__anext__ is a plain def that raises StopAsyncIteration itself, or gives a coroutine to await."""

import asyncio


class Orders:
    def __init__(self, n, interval):
        self.orders = list(range(n))
        self.interval = interval

    def __aiter__(self):
        return self

    def __anext__(self):
        if not self.orders:
            raise StopAsyncIteration
        return asyncio.sleep(self.interval, self.orders.pop(0))


def dispatch_orders(n, interval=1.0):
    return Orders(n, interval)


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as group:
        async for order in orders:
            group.create_task(deliver(order))
