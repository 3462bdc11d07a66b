"""Waits for the customers, then for the queue, then cancels the shops and does not wait for them."""

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
    customers = [asyncio.create_task(customer(q)) for customer in customers]
    shops = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]

    await asyncio.gather(*customers)
    await q.join()

    for shop in shops:
        shop.cancel()
