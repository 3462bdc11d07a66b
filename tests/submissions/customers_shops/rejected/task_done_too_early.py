"""Believes that task_done() says "I have taken it".

verdict: failed
diagnosis: they had only been taken from the queue. Taken is not done
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            q.task_done()
            await handle(shop_id, order)
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for shop in at_work:
        shop.cancel()
