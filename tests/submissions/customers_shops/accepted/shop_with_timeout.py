"""A shop looks up from the counter twice a second to see whether the market is over."""

import asyncio


async def process_orders(shop_id, q, handle, say, over=None):
    while not over.is_set():
        try:
            async with asyncio.timeout(0.5):
                order = await q.get()
        except TimeoutError:
            continue
        await handle(shop_id, order)
        q.task_done()
    say(f"shop {shop_id} closed")


tasks = set()


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    over = asyncio.Event()
    for n in range(shops):
        tasks.add(asyncio.create_task(process_orders(n, q, handle, say, over)))
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    over.set()
