"""Believes that gather() comes back when there is no more to do.

verdict: deadlock
diagnosis: but main waits for shops that never end: shop 0 and shop 1 wait at line 14 for queue.get() on an
    empty queue
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
    customers = [asyncio.create_task(customer(q)) for customer in customers]
    shops = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]

    await asyncio.gather(*customers)
    await asyncio.gather(*shops)

    for shop in shops:
        shop.cancel()
