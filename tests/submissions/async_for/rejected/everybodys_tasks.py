"""Waits for all the tasks there are, whoever has made them.

verdict: error
diagnosis: only wait for tasks that you have made
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async for order in orders:
        asyncio.create_task(deliver(order))
    await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
