"""A plain generator that blocks.

verdict: error
diagnosis: dispatch_orders gave a plain generator
"""

import asyncio
import time


def dispatch_orders(n, interval=1.0):
    for order in range(n):
        time.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
