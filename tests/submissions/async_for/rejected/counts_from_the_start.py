"""Orders come at fixed instants, whenever they are asked for.

verdict: failed
diagnosis: an order came sooner than its interval after it was asked for
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for order in range(n):
        await asyncio.sleep(start + (order + 1) * interval - loop.time())
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
