"""Catches the CancelledError inside the loop and serves on; main leaves.

verdict: deadlock
diagnosis: the shop went on serving after it had been told to stop: it heard the CancelledError, said "shop
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while True:
        try:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
        except asyncio.CancelledError:
            say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for shop in at_work:
        shop.cancel()
