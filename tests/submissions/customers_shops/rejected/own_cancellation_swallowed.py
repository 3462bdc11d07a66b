"""Keeps the CancelledError that is meant for main itself.

verdict: failed
diagnosis: main was cancelled, but the cancellation did not come out of it
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
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    try:
        await asyncio.gather(*(customer(q) for customer in customers))
        await q.join()
    except asyncio.CancelledError:
        pass
    for shop in at_work:
        shop.cancel()
    await asyncio.gather(*at_work, return_exceptions=True)
