"""Makes a task, and awaits it at once: that is to await the coroutine.

verdict: failed
diagnosis: order 1 waited for delivery 0
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            await deliveries.create_task(deliver(order))
