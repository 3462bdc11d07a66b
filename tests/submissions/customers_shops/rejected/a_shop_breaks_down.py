"""Misspells task_done(): the shops end by an AttributeError, which nobody sees.

verdict: deadlock
diagnosis: a shop broke down at line 14
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while True:
        order = await q.get()
        await handle(shop_id, order)
        q.taskdone()


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for shop in at_work:
        shop.cancel()
