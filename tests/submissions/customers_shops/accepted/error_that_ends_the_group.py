"""One task group for all: the one who has seen the last order done ends the group by an exception."""

import asyncio


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    except asyncio.CancelledError:
        say(f"shop {shop_id} closed")
        raise


class MarketIsOver(Exception):
    pass


async def main(customers, shops, handle, say):
    q = asyncio.Queue()

    async def evening(shopping):
        await shopping
        await q.join()
        raise MarketIsOver

    try:
        async with asyncio.TaskGroup() as group:
            for n in range(shops):
                group.create_task(process_orders(n, q, handle, say))
            group.create_task(evening(asyncio.gather(*(customer(q) for customer in customers))))
    except* MarketIsOver:
        pass
