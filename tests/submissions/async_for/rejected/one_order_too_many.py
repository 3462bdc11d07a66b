"""Counts to n.

verdict: failed
diagnosis: dispatch_orders(5) gives the numbers from 0 to 4
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    order = 0
    while order <= n:
        await asyncio.sleep(interval)
        yield order
        order += 1


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
