"""Takes cancellation for a polite way to end.

verdict: failed
diagnosis: the cancellation did not come out of it
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
        await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
