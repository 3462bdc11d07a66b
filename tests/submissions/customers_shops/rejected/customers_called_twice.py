"""Waits for the customers by calling them once more.

verdict: failed
diagnosis: each customer is called once, and comes once
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    t = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    cs = [asyncio.create_task(c(q)) for c in customers]
    await asyncio.gather(*cs)
    await asyncio.gather(*(c(q) for c in customers))
    await q.join()
    for x in t:
        x.cancel()
