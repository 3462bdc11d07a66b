"""The shops are a function inside main: process_orders was never written.

verdict: unfinished
diagnosis: not written yet: process_orders
"""

import asyncio


async def process_orders(shop_id, q, handle, say):
    raise NotImplementedError


async def main(customers, shops, handle, say):
    q = asyncio.Queue()

    async def shop(shop_id):
        try:
            while True:
                order = await q.get()
                await handle(shop_id, order)
                q.task_done()
        finally:
            say(f"shop {shop_id} closed")

    at_work = [asyncio.create_task(shop(n)) for n in range(shops)]
    await asyncio.gather(*(customer(q) for customer in customers))
    await q.join()
    for one in at_work:
        one.cancel()
    await asyncio.gather(*at_work, return_exceptions=True)
