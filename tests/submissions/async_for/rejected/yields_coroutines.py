"""Yields coroutine objects instead of orders.

verdict: leaked
diagnosis: the orders that came were coroutine objects
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        yield asyncio.sleep(interval, order)


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
