"""Asks the orders themselves for the next one, without __aiter__.

verdict: error
diagnosis: these orders are an iterable
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        while True:
            try:
                order = await orders.__anext__()
            except StopAsyncIteration:
                break
            deliveries.create_task(deliver(order))
