"""Believes that an empty queue means that all orders are done.

verdict: failed
diagnosis: they had only been taken from the queue. Taken is not done: the queue may be empty
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
    await asyncio.gather(*(customer(q) for customer in customers))
    while not q.empty():
        await asyncio.sleep(0.05)
    for shop in at_work:
        shop.cancel()
