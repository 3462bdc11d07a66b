"""A shop looks at the queue now and then instead of waiting for an order.

verdict: failed
diagnosis: the first order must be begun when it is placed
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            while q.empty():
                await asyncio.sleep(0.7)
            await handle(shop_id, q.get_nowait())
            q.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for shop in at_work:
        shop.cancel()
