"""Puts the closing signs on the queue while the customers are on their way.

verdict: failed
diagnosis: before the first order: an empty queue does not mean that nothing will come
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while (order := await q.get()) is not None:
        await handle(shop_id, order)
    say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    shoppers = [asyncio.create_task(customer(q)) for customer in customers]
    for _ in at_work:
        await q.put(None)
    await asyncio.gather(*shoppers, *at_work)
