"""Takes five orders, as there are five in the demo.

verdict: failed
diagnosis: dispatch_and_deliver must take all the orders that it is given
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        count = 0
        async for order in orders:
            deliveries.create_task(deliver(order))
            count += 1
            if count == 5:
                break
