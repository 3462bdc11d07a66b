"""A plain def that returns an asynchronous generator expression."""

import asyncio


def dispatch_orders(n, interval=1.0):
    return (await asyncio.sleep(interval, order) for order in range(n))


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
