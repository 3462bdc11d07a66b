"""Opens the shops when the customers have left.

verdict: failed
diagnosis: no shop was open while the customers were shopping
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
    await asyncio.gather(*(customer(q) for customer in customers))
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await q.join()
    for shop in at_work:
        shop.cancel()
