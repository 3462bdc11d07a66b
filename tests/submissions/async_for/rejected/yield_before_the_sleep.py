"""Gives the order first and waits afterwards.

verdict: failed
diagnosis: an order comes when its interval has passed, not before it
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        yield order
        await asyncio.sleep(interval)


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
