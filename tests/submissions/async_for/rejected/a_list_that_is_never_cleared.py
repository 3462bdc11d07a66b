"""Keeps the deliveries in a list of the module, those of all calls that there ever were.

verdict: failed
diagnosis: two calls of dispatch_and_deliver at the same time got into one another
"""

import asyncio

tasks = []


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async for order in orders:
        tasks.append(asyncio.create_task(deliver(order)))
    await asyncio.gather(*tasks)
