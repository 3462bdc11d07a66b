"""No task_done() and no join(): the day is over when the queue is empty and every shop stands idle."""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            if q.empty():
                q.idle += 1
                q.changed.set()
                try:
                    order = await q.get()
                finally:
                    q.idle -= 1
            else:
                order = q.get_nowait()
            await handle(shop_id, order)
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    q.idle = 0
    q.changed = asyncio.Event()
    t = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    if customers:
        await asyncio.wait([asyncio.ensure_future(c(q)) for c in customers])
    await asyncio.sleep(0)
    while not (q.empty() and q.idle == shops):
        q.changed.clear()
        await q.changed.wait()
    for x in t:
        x.cancel()
    await asyncio.gather(*t, return_exceptions=True)
