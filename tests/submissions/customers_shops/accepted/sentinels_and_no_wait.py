"""Joins the queue, puts one None for each shop and returns: the shops close right after."""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while True:
        order = await q.get()
        if order is None:
            break
        await handle(shop_id, order)
        q.task_done()
    say(f"shop {shop_id} closed")


background = set()


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    for n in range(shops):
        shop = asyncio.create_task(process_orders(n, q, handle, say))
        background.add(shop)
        shop.add_done_callback(background.discard)
    async with asyncio.TaskGroup() as group:
        for customer in customers:
            group.create_task(customer(q))
    await q.join()
    for _ in range(shops):
        q.put_nowait(None)
