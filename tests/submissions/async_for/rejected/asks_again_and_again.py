"""Asks a thousand times a second whether the deliveries are over.

verdict: failed
diagnosis: the event loop was kept busy
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = [asyncio.create_task(deliver(order)) async for order in orders]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0.001)
    for task in tasks:
        task.result()
