"""The orders are read in a task; when it dies, the reader of the queue waits for ever.

verdict: deadlock
diagnosis: queue.get() on an empty queue
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    queue = asyncio.Queue()

    async def fill():
        async for order in orders:
            await queue.put(order)
        await queue.put(None)

    filling = asyncio.create_task(fill())
    async with asyncio.TaskGroup() as deliveries:
        while (order := await queue.get()) is not None:
            deliveries.create_task(deliver(order))
    await filling
