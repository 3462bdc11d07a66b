"""Takes the deliveries as they are completed."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = []
    async for order in orders:
        tasks += [asyncio.create_task(deliver(order), name=f"delivery {order}")]
    for done in asyncio.as_completed(tasks):
        await done
