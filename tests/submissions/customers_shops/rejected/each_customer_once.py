"""Makes a set of the customers.

verdict: failed
diagnosis: the same function stood for two of the customers
"""

import asyncio

STOP = object()


async def process_orders(shop_id, q, handle, say):
    while (order := await q.get()) is not STOP:
        await handle(shop_id, order)
    say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    tasks = [asyncio.create_task(process_orders(i, q, handle, say)) for i in range(shops)]
    try:
        await asyncio.gather(*(customer(q) for customer in set(customers)))
        for _ in tasks:
            q.put_nowait(STOP)
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
