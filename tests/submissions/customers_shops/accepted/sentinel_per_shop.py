"""Puts one None for each shop behind the last order, and waits for the shops, which now do end."""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while (order := await q.get()) is not None:
        await handle(shop_id, order)
    say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    for _ in range(shops):
        await q.put(None)
    await asyncio.gather(*at_work)
