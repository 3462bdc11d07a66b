"""The last word is said by a callback of the task in which the shop runs."""

import asyncio


async def process_orders(shop_id, q, handle, say):
    me = asyncio.current_task()
    me.add_done_callback(lambda _: say(f"shop {shop_id} closed"))
    while True:
        await handle(shop_id, await q.get())
        q.task_done()


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    t = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    try:
        await asyncio.gather(*[c(q) for c in customers])
        await q.join()
    finally:
        for x in t:
            x.cancel()
