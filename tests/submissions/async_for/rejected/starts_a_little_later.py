"""Gives every delivery a moment before it begins.

verdict: failed
diagnosis: its delivery did not begin, although nothing else was under way
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async def d(o):
        await asyncio.sleep(0.4)
        await deliver(o)

    async with asyncio.TaskGroup() as g:
        async for order in orders:
            g.create_task(d(order))
