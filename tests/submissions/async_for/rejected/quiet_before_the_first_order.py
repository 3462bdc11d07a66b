"""Believes that there is nothing to cancel as long as nothing is under way.

verdict: failed
diagnosis: dispatch_and_deliver was cancelled, but the cancellation did not come out of it
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = set()
    try:
        async for order in orders:
            tasks.add(asyncio.create_task(deliver(order)))
    except asyncio.CancelledError:
        if not tasks:
            return
        raise
    await asyncio.gather(*tasks)
