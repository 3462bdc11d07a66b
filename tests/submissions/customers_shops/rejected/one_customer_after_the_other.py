"""Awaits the customers in turn.

verdict: failed
diagnosis: the second customer only came when the first had left
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
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    for customer in customers:
        await customer(q)
    await q.join()
    for shop in at_work:
        shop.cancel()
