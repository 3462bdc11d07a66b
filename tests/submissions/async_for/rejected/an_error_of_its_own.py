"""Raises an error of its own in place of the delivery's.

verdict: failed
diagnosis: the error that comes out must be the one that the delivery raised
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = [asyncio.create_task(deliver(order)) async for order in orders]
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception):
            raise RuntimeError(str(outcome))
