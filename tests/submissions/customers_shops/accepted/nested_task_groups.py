"""A task group for the shops, one for the customers inside it; the shops are cancelled before theirs ends."""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    except asyncio.CancelledError:
        say(f"shop {shop_id} closed")
        raise


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as shop_group:
        open_shops = [shop_group.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
        async with asyncio.TaskGroup() as customer_group:
            for customer in customers:
                customer_group.create_task(customer(q))
        await q.join()
        for shop in open_shops:
            shop.cancel()
