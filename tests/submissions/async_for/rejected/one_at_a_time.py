"""A lock around the delivery: orders come in time, and are delivered one after the other.

verdict: failed
diagnosis: order 1 waited for delivery 0, although it had come
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    one = asyncio.Lock()

    async def in_turn(order):
        async with one:
            await deliver(order)

    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(in_turn(order))
