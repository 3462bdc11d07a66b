"""Believes that the interval of the first order begins when the iterator is made.

verdict: failed
diagnosis: an order came sooner than its interval after it was asked for
"""

import asyncio


class dispatch_orders:
    def __init__(self, n, interval=1.0):
        self.loop = asyncio.get_running_loop()
        self.orders = iter(range(n))
        self.interval, self.due = interval, self.loop.time()

    def __aiter__(self):
        return self

    async def __anext__(self):
        for order in self.orders:
            self.due += self.interval
            await asyncio.sleep(self.due - self.loop.time())
            return order
        raise StopAsyncIteration


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
