"""Waits for customers and shops in one gather, while a task of its own ends the shops."""

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
    shoppers = [asyncio.create_task(customer(q)) for customer in customers]
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]

    async def evening():
        if shoppers:
            await asyncio.wait(shoppers)
        await q.join()
        for shop in at_work:
            shop.cancel()

    await asyncio.gather(evening(), *shoppers, *at_work)
