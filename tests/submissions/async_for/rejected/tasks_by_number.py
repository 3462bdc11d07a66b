"""Keeps the deliveries by number, and thinks that no number comes twice.

verdict: failed
diagnosis: even when one with its number came before
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = {}
    async for order in orders:
        if order not in tasks:
            tasks[order] = asyncio.create_task(deliver(order))
    await asyncio.gather(*tasks.values())
