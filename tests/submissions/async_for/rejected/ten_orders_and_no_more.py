"""Has ten orders and no more.

verdict: failed
diagnosis: dispatch_orders(40) gives the numbers from 0 to 39, and no others
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(min(n, 10)):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
