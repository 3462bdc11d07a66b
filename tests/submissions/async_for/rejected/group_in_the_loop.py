"""A TaskGroup for every order: its end waits for the delivery.

verdict: failed
diagnosis: order 1 waited for delivery 0
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async for order in orders:
        async with asyncio.TaskGroup() as deliveries:
            deliveries.create_task(deliver(order))
