"""Starts a task for each order: a shop works on any number of orders at once.

verdict: failed
diagnosis: 2 shops must not have more than 2 orders in hand
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    async def work(order):
        await handle(shop_id, order)
        q.task_done()

    tasks = set()
    try:
        while True:
            tasks.add(asyncio.create_task(work(await q.get())))
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for shop in at_work:
        shop.cancel()
