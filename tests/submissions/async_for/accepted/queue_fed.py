"""One task puts the orders in a queue, another one takes them out and sends them on their way."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


END = object()


async def dispatch_and_deliver(orders, deliver):
    queue = asyncio.Queue()

    async def fill():
        try:
            async for order in orders:
                await queue.put(order)
        finally:
            queue.put_nowait(END)

    async def send():
        async with asyncio.TaskGroup() as deliveries:
            while (order := await queue.get()) is not END:
                deliveries.create_task(deliver(order))

    await asyncio.gather(fill(), send())
