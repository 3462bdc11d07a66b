"""Lets no more than two deliveries be under way at once.

verdict: failed
diagnosis: a delivery must begin when its order comes
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    two = asyncio.Semaphore(2)

    async def in_turn(order):
        async with two:
            await deliver(order)

    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(in_turn(order))
