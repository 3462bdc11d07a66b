"""gather(return_exceptions=True) without a look at its list.

verdict: failed
diagnosis: a delivery failed, and nobody was told
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = [asyncio.create_task(deliver(order)) async for order in orders]
    await asyncio.gather(*tasks, return_exceptions=True)
