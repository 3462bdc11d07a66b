"""Lets no more than ten deliveries be under way.

verdict: failed
diagnosis: 40 orders come at once, and the deliveries of them must overlap
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    places = asyncio.Semaphore(10)

    async def one(order):
        async with places:
            await deliver(order)

    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(one(order))
