"""Numbers the orders from one.

verdict: failed
diagnosis: dispatch_orders(5) gives the numbers from 0 to 4
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(1, n + 1):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
