"""Catches every error and prints it.

verdict: failed
diagnosis: nobody was told
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    try:
        async with asyncio.TaskGroup() as deliveries:
            async for order in orders:
                deliveries.create_task(deliver(order))
    except Exception as error:
        print(error)
