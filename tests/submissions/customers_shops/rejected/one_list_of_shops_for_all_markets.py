"""Keeps the list of its shops outside main, where the next market puts others in their place.

verdict: deadlock
diagnosis: two markets were open at the same time, and one took what belongs to the other
"""

import asyncio

workers = []


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as market:
        workers[:] = [market.create_task(process_orders(i, q, handle, say)) for i in range(shops)]
        async with asyncio.TaskGroup() as shopping:
            for customer in customers:
                shopping.create_task(customer(q))
        await q.join()
        for worker in workers:
            worker.cancel()
