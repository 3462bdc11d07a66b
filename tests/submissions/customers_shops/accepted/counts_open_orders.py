"""Does not use join(): counts what the customers put and what the shops have handled, under a condition."""

import asyncio


class Counted(asyncio.Queue):
    def __init__(self):
        super().__init__()
        self.open = 0
        self.changed = asyncio.Condition()

    def put_nowait(self, item):
        super().put_nowait(item)
        self.open += 1

    async def done(self):
        async with self.changed:
            self.open -= 1
            self.changed.notify_all()


async def process_orders(shop_id, q, handle, say):
    try:
        while True:
            await handle(shop_id, await q.get())
            await q.done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers, shops, handle, say):
    q = Counted()
    at_work = [asyncio.create_task(process_orders(n, q, handle, say)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    async with q.changed:
        await q.changed.wait_for(lambda: q.open == 0)
    for shop in at_work:
        shop.cancel()
    await asyncio.gather(*at_work, return_exceptions=True)
