"""Calls asyncio.sleep and does not await it.

verdict: leaked
diagnosis: nobody awaited it, so nobody waited
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
