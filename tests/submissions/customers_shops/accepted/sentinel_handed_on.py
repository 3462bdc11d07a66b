"""One None for all: a shop that gets it puts it back for the next one."""

import asyncio


async def process_orders(shop_id, q, handle, say):
    while True:
        order = await q.get()
        if order is None:
            await q.put(None)
            say(f"shop {shop_id} closed")
            return
        await handle(shop_id, order)


async def main(customers, shops, handle, say):
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for n in range(shops):
            group.create_task(process_orders(n, q, handle, say))
        await asyncio.gather(*(customer(q) for customer in customers))
        await q.put(None)
