"""Believes that all tasks are the shops.

verdict: error
diagnosis: whoever called main was cancelled: the task in which main runs is one of all_tasks()
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
    for n in range(shops):
        asyncio.create_task(process_orders(n, q, handle, say))
    await asyncio.gather(*(c(q) for c in customers))
    await q.join()
    for t in asyncio.all_tasks():
        t.cancel()
