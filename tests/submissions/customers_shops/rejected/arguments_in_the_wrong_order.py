"""Hands the shop to handle as the order.

verdict: failed
diagnosis: handle was given 0 as the order, and nobody had ordered that
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(order, shop_id)
            q.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    t = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(c(q) for c in customers))
    await q.join()
    for x in t:
        x.cancel()
