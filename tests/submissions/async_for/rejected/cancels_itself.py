"""Interrupts itself by a cancellation when a delivery fails.

verdict: failed
diagnosis: CancelledError came out in place of its error
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    me = asyncio.current_task()
    tasks = []

    async def one(order):
        try:
            await deliver(order)
        except Exception:
            me.cancel()
            raise

    async for order in orders:
        tasks.append(asyncio.create_task(one(order)))
    await asyncio.gather(*tasks)
