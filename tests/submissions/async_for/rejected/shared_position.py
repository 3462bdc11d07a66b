"""Keeps the position in the class, so all iterators share it.

verdict: failed
diagnosis: two iterators share their position
"""

import asyncio


class Orders:
    numbers = iter(())

    def __init__(self, n, interval):
        self.interval = interval
        Orders.numbers = iter(range(n))

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            number = next(Orders.numbers)
        except StopIteration:
            raise StopAsyncIteration from None
        await asyncio.sleep(self.interval)
        return number


def dispatch_orders(n, interval=1.0):
    return Orders(n, interval)


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
