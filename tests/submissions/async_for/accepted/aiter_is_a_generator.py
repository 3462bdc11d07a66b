"""An object whose __aiter__ is an asynchronous generator, and a generator expression."""

import asyncio


class dispatch_orders:
    def __init__(self, n, interval=1.0):
        self.n = n
        self.interval = interval

    async def __aiter__(self):
        for order in range(self.n):
            await asyncio.sleep(self.interval)
            yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = (asyncio.create_task(deliver(order)) async for order in orders)
    await asyncio.gather(*[task async for task in tasks])
