"""Takes whatever is done out of its list, and does not look how it ended.

verdict: failed
diagnosis: what is done may have failed
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = []
    async for order in orders:
        tasks = [t for t in tasks if not t.done()]
        tasks.append(asyncio.create_task(deliver(order)))
    await asyncio.gather(*tasks)
