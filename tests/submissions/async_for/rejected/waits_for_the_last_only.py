"""Believes that the last delivery to begin is the last to end.

verdict: leaked
diagnosis: dispatch_and_deliver returned while orders were still being delivered
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    task = None
    async for order in orders:
        task = asyncio.create_task(deliver(order))
    if task:
        await task
