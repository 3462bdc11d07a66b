"""Believes that there is one call at a time: the deliveries under way are kept in a set of the module.

verdict: failed
diagnosis: two calls of dispatch_and_deliver at the same time got into one another
"""

import asyncio

under_way = set()


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async for order in orders:
        task = asyncio.create_task(deliver(order))
        under_way.add(task)
    try:
        await asyncio.gather(*under_way)
    finally:
        under_way.clear()
