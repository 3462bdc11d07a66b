"""Cleans up in finally, which is also the way when all is well.

verdict: failed
diagnosis: was cancelled on its way, although nothing had gone wrong
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = []
    try:
        async for order in orders:
            tasks.append(asyncio.create_task(deliver(order)))
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
