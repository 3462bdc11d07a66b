"""Lets a shop take a break before the next order.

verdict: failed
diagnosis: bread waited for a shop although a shop was free
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            await handle(shop_id, await q.get())
            q.task_done()
            await asyncio.sleep(0.5)
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for shop in at_work:
        shop.cancel()
