"""Awaits the first shop before it opens the next, or the customers come.

verdict: deadlock
diagnosis: main waits for a shop, which never ends, before any customer has come: a shop waits at line
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
    for n in range(shops):
        await process_orders(n, q, handle, say)
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
