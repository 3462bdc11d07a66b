"""Makes its iterator once and gives it to everybody.

verdict: error
diagnosis: two calls of dispatch_orders gave the same iterator
"""

import asyncio


made = {}


async def orders(n, interval):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


def dispatch_orders(n, interval=1.0):
    return made.setdefault(n, orders(n, interval))


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
