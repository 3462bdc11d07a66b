"""Waits for the queue before the customers have come: believes that join() waits for orders still to come.

verdict: failed
diagnosis: join() returns at once on an empty queue, and before the first order the queue is empty
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
    shoppers = [asyncio.create_task(customer(q)) for customer in customers]
    await q.join()
    await asyncio.gather(*shoppers)
    for shop in at_work:
        shop.cancel()
