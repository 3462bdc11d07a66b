"""A class with __aiter__ and __anext__, and tasks that are awaited one after the other."""

import asyncio


class Orders:
    def __init__(self, n, interval):
        self._numbers = iter(range(n))
        self._interval = interval

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            number = next(self._numbers)
        except StopIteration:
            raise StopAsyncIteration from None
        await asyncio.sleep(self._interval)
        return number


def dispatch_orders(n, interval=1.0):
    return Orders(n, interval)


async def dispatch_and_deliver(orders, deliver):
    tasks = [asyncio.ensure_future(deliver(order)) async for order in orders]
    for task in tasks:
        await task
