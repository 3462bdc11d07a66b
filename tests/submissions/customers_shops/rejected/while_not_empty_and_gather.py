"""Lets the shops end when they find the queue empty, and waits for them.

verdict: failed
diagnosis: before the first order: an empty queue does not mean that nothing will come
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while not q.empty():
        await handle(shop_id, await q.get())
    say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await asyncio.gather(*at_work)
