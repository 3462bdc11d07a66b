"""Waits by looking at the clock a hundred times a second.

verdict: failed
diagnosis: the event loop was kept busy: to look at the clock
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    import time

    for order in range(n):
        end = time.monotonic() + interval
        while time.monotonic() < end:
            await asyncio.sleep(0.01)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
