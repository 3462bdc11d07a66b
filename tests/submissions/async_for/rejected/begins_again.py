"""Begins again when it has been at its end.

verdict: failed
diagnosis: after the end came order 0
"""

import asyncio


class Orders:
    def __init__(self, n, interval=1.0):
        self.n = n
        self.interval = interval
        self.order = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.order == self.n:
            self.order = 0
            raise StopAsyncIteration
        await asyncio.sleep(self.interval)
        self.order += 1
        return self.order - 1


dispatch_orders = Orders


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
