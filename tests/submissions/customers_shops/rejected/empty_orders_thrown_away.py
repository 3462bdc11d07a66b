"""Thinks that an empty order is none.

verdict: failed
diagnosis: an order may be any string
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            if order:
                await handle(shop_id, order)
            q.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as market:
        workers = [market.create_task(process_orders(i, q, handle, say)) for i in range(shops)]
        async with asyncio.TaskGroup() as shopping:
            for customer in customers:
                shopping.create_task(customer(q))
        await q.join()
        for worker in workers:
            worker.cancel()
