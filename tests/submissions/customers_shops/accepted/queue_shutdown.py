"""Shuts the queue down where Python has that (3.13), and cancels where it has not."""

import asyncio

Closed = getattr(asyncio, "QueueShutDown", asyncio.CancelledError)


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    except Closed:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    if hasattr(q, "shutdown"):
        q.shutdown()
    else:
        await q.join()
        for shop in at_work:
            shop.cancel()
    await asyncio.wait(at_work)
