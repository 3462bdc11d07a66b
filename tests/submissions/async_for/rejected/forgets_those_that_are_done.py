"""A set that each task leaves when it is done: who failed early has left it, too.

verdict: failed
diagnosis: what is done may have failed
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks = set()
    async for order in orders:
        task = asyncio.create_task(deliver(order))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
