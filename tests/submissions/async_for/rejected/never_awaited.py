"""Calls deliver and thinks that is all.

verdict: leaked
diagnosis: nobody delivered anything
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async for order in orders:
        deliver(order)
