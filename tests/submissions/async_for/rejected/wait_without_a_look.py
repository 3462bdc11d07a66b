"""asyncio.wait raises nothing: whoever does not look at the tasks hears of no error.

verdict: failed
diagnosis: a delivery failed, and nobody was told
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
    if tasks:
        await asyncio.wait(tasks)
