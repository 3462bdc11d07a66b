"""Says its last word in a finally inside the loop.

verdict: failed
diagnosis: each shop says once that it is closed; 8 times was more
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while True:
        try:
            order = await q.get()
            await handle(shop_id, order)
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
