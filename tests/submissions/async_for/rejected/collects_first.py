"""Collects all the orders, then delivers: as quick in the whole, and nothing is delivered before the end.

verdict: failed
diagnosis: nothing was delivered until all orders had come
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    numbers = [order async for order in orders]
    await asyncio.gather(*[deliver(number) for number in numbers])
