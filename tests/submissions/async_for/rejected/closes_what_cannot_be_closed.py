"""Takes every asynchronous iterable for a generator with aclose.

verdict: error
diagnosis: these orders are an iterable
"""

import asyncio
import contextlib


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with contextlib.aclosing(orders), asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
