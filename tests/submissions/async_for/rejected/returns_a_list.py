"""An async def without a yield, which returns a list of the orders.

verdict: error
diagnosis: only a yield in its body makes an async def an asynchronous generator
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    orders = []
    for order in range(n):
        await asyncio.sleep(interval)
        orders.append(order)
    return orders


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
