"""asyncio.wait does not take an empty set.

verdict: error
diagnosis: with no orders at all there is nothing to wait for
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = set()
    async for order in orders:
        tasks.add(asyncio.create_task(deliver(order)))
    done, _ = await asyncio.wait(tasks)
    for task in done:
        task.result()
