"""Sends each customer to a shop of his own.

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
    except asyncio.CancelledError:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    queues = [asyncio.Queue() for _ in range(shops)]
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n, q in enumerate(queues)]
    await asyncio.gather(*(customer(queues[i % shops]) for i, customer in enumerate(customers)))
    for q in queues:
        await q.join()
    for shop in at_work:
        shop.cancel()
