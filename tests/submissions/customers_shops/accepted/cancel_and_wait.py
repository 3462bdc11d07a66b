"""Cancels the shops and waits with asyncio.wait, which does not raise what the shops raise."""

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
    at_work = {asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)}
    shoppers = [asyncio.create_task(customer(q)) for customer in customers]
    for shopper in shoppers:
        await shopper
    await q.join()
    for shop in at_work:
        shop.cancel()
    await asyncio.wait(at_work)
