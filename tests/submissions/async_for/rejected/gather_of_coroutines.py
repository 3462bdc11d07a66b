"""Believes that a coroutine starts when it is made: gather only starts them after the loop.

verdict: failed
diagnosis: nothing was delivered until all orders had come
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    await asyncio.gather(*[deliver(order) async for order in orders])
