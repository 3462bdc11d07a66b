"""Believes that a shop which has waited long enough may go home; nobody tells it anything.

verdict: deadlock
diagnosis: no shop is left to handle bread, and join() waits for 1 task_done() call
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while True:
        try:
            order = await asyncio.wait_for(q.get(), 1.9)
        except TimeoutError:
            break
        await handle(shop_id, order)
        q.task_done()
    say(f"shop {shop_id} closed")


TASKS = set()


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    for n in range(shops):
        TASKS.add(asyncio.create_task(process_orders(n, q, handle, say)))
    await asyncio.gather(*(c(q) for c in customers))
    await q.join()
