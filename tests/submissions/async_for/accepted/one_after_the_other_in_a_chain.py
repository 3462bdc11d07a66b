"""Each delivery's task asks for the next order's task by recursion."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    iterator = aiter(orders)

    async def rest():
        try:
            order = await anext(iterator)
        except StopAsyncIteration:
            return
        await asyncio.gather(deliver(order), rest())

    await rest()
