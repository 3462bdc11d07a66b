"""Believes that a plain for can loop over what async for loops over.

verdict: error
diagnosis: a plain for cannot wait
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        for order in orders:
            deliveries.create_task(deliver(order))
