"""Joins the queue in a finally, so a main that is cancelled goes on until all orders are done.

verdict: failed
diagnosis: main was cancelled at 2.5 but went on
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
    try:
        await asyncio.gather(*(c(q) for c in customers))
    finally:
        await q.join()
        for x in t:
            x.cancel()
        await asyncio.gather(*t, return_exceptions=True)
