"""Tries a delivery that failed once more.

verdict: failed
diagnosis: a delivery failed and was tried again
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async def surely(order):
        for attempt in range(3):
            try:
                return await deliver(order)
            except Exception:
                if attempt == 2:
                    raise

    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(surely(order))
