"""Gives the deliveries five seconds to end.

verdict: leaked
diagnosis: dispatch_and_deliver returned while orders were still being delivered
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = []
    async for order in orders:
        tasks.append(asyncio.create_task(deliver(order)))
    if tasks:
        done, _ = await asyncio.wait(tasks, timeout=5)
        for task in done:
            task.result()
