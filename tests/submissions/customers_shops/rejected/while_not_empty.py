"""Believes that a shop may go home when it finds the queue empty.

verdict: deadlock
diagnosis: there was no shop when the first order came; an empty queue does not mean that nothing will come
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while not q.empty():
        order = await q.get()
        await handle(shop_id, order)
        q.task_done()
    say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for shop in at_work:
        shop.cancel()
