"""Believes that leaving a TaskGroup stops the tasks in it.

verdict: deadlock
diagnosis: but main waits for shops that never end: shop 0 and shop 1 wait at line 13 for queue.get()
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    except asyncio.CancelledError:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for n in range(shops):
            group.create_task(process_orders(n, q, handle, say))
        for customer in customers:
            group.create_task(customer(q))
    await q.join()
