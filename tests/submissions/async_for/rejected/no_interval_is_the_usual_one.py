"""Takes an interval of 0 for none at all.

verdict: failed
diagnosis: an interval of 0 is an interval too, and a short one
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    interval = interval or 1.0
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
