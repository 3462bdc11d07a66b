"""__anext__ is a plain def that gives a task."""

import asyncio


class Orders:
    def __init__(self, n, interval):
        self._left = iter(range(n))
        self._interval = interval

    def __aiter__(self):
        return self

    def __anext__(self):
        return asyncio.ensure_future(self._next())

    async def _next(self):
        for order in self._left:
            return await asyncio.sleep(self._interval, order)
        raise StopAsyncIteration


def dispatch_orders(n, interval=1.0):
    return Orders(n, interval)


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
