"""Believes that all shops see the one None on the queue.

verdict: deadlock
diagnosis: 1 of 2 shops never heard that the market is over
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while (order := await q.get()) is not None:
        await handle(shop_id, order)
    say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.put(None)
    await asyncio.gather(*at_work)
