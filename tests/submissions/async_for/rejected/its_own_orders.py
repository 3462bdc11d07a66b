"""Ignores the orders it is given and dispatches five of its own.

verdict: failed
diagnosis: dispatch_and_deliver must take all the orders that it is given
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in dispatch_orders(5):
            deliveries.create_task(deliver(order))
