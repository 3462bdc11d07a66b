"""The well-known program before its TODO: it says that the order was dispatched, and nobody delivers it.

verdict: failed
diagnosis: each order that comes must be delivered, once
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async for order in orders:
        print(f"order {order} dispatched")
