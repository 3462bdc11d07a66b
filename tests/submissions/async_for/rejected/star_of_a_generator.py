"""Unpacks an asynchronous generator with a star.

verdict: error
diagnosis: a plain for cannot wait, nor can a star
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    await asyncio.gather(*(deliver(order) async for order in orders))
