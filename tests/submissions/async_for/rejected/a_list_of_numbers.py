"""A plain list.

verdict: error
diagnosis: dispatch_orders gave a plain list
"""

import asyncio


def dispatch_orders(n, interval=1.0):
    return list(range(n))


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
