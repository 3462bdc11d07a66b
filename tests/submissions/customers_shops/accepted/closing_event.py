"""A shop waits for the next order or for the closing bell, whichever comes first."""

import asyncio


async def process_orders(shop_id, q, handle, say, closing=None):
    bell = asyncio.create_task(closing.wait())
    try:
        while True:
            get = asyncio.create_task(q.get())
            await asyncio.wait({get, bell}, return_when=asyncio.FIRST_COMPLETED)
            if not get.done():
                get.cancel()
                say(f"shop {shop_id} closed")
                return
            await handle(shop_id, get.result())
            q.task_done()
    finally:
        bell.cancel()


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    closing = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for n in range(shops):
            group.create_task(process_orders(n, q, handle, say, closing))
        await asyncio.gather(*(customer(q) for customer in customers))
        await q.join()
        closing.set()
