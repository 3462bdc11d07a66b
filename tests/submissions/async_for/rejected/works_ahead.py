"""A task makes the orders ahead of those who ask.

verdict: failed
diagnosis: an order came sooner than its interval after it was asked for
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    queue = asyncio.Queue()

    async def work():
        for order in range(n):
            await asyncio.sleep(interval)
            await queue.put(order)

    task = asyncio.create_task(work())
    for _ in range(n):
        yield await queue.get()
    await task


async def dispatch_and_deliver(orders, deliver):
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))
