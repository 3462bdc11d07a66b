"""An empty order tells a shop to stop.

verdict: failed
diagnosis: an order may be any string
"""

import asyncio

STOP = ""


async def process_orders(shop_id, q, handle, say):
    while (order := await q.get()) != STOP:
        await handle(shop_id, order)
    say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    tasks = [asyncio.create_task(process_orders(i, q, handle, say)) for i in range(shops)]
    try:
        await asyncio.gather(*(customer(q) for customer in customers))
        for _ in tasks:
            q.put_nowait(STOP)
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
