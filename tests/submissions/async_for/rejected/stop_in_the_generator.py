"""Raises StopAsyncIteration inside an asynchronous generator.

verdict: error
diagnosis: an asynchronous generator ends by returning
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    order = 0
    while True:
        if order == n:
            raise StopAsyncIteration
        await asyncio.sleep(interval)
        yield order
        order += 1


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
