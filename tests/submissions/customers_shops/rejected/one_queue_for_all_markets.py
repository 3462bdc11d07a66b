"""Keeps the queue outside main, where the next market puts another one in its place.

verdict: failed
diagnosis: two markets were open at the same time, and one took what belongs to the other
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await queue.get()
            await handle(shop_id, order)
            queue.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    global queue
    queue = q = asyncio.Queue()
    async with asyncio.TaskGroup() as market:
        workers = [market.create_task(process_orders(i, q, handle, say)) for i in range(shops)]
        async with asyncio.TaskGroup() as shopping:
            for customer in customers:
                shopping.create_task(customer(q))
        await queue.join()
        for worker in workers:
            worker.cancel()
