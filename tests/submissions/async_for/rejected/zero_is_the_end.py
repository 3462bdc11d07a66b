"""Takes order 0 for the end, because 0 is false.

verdict: failed
diagnosis: 0 counts as false, but it is an order and not the end
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    iterator = aiter(orders)
    async with asyncio.TaskGroup() as deliveries:
        while order := await anext(iterator, None):
            deliveries.create_task(deliver(order))
