"""next() in __anext__ lets StopIteration out of a coroutine.

verdict: error
diagnosis: StopIteration ends a plain for
"""

import asyncio


class Orders:
    def __init__(self, n, interval=1.0):
        self.numbers = iter(range(n))
        self.interval = interval

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(self.interval)
        return next(self.numbers)


dispatch_orders = Orders


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
