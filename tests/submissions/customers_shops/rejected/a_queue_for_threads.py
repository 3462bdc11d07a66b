"""Takes queue.Queue, whose get() holds up the whole event loop.

verdict: deadlock
diagnosis: the whole event loop stands still at line 14: order = q.get(); a queue for threads
"""

import asyncio
import queue


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = q.get()
            await handle(shop_id, order)
            q.task_done()
    except asyncio.CancelledError:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = queue.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    q.join()
    for shop in at_work:
        shop.cancel()
