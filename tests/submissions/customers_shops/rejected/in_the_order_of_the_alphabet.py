"""Takes a PriorityQueue, which hands out the orders by their names.

verdict: failed
diagnosis: orders must be begun in the order in which they were placed
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.PriorityQueue()
    t = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    try:
        await asyncio.gather(*(c(q) for c in customers))
        await q.join()
    finally:
        for x in t:
            x.cancel()
        await asyncio.gather(*t, return_exceptions=True)
