"""Starts the timers of all orders when the first is asked for.

verdict: failed
diagnosis: the orders came in another order
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    async def at(i):
        await asyncio.sleep(interval * (i + 1))
        return i

    for t in asyncio.as_completed([at(i) for i in range(n)]):
        yield await t


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
