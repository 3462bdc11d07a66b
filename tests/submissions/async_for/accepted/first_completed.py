"""Waits for the next order and for the deliveries at the same time: an error comes out at once."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


END = object()


async def next_of(iterator):
    return await anext(iterator, END)


async def dispatch_and_deliver(orders, deliver):
    iterator = aiter(orders)
    coming = asyncio.create_task(next_of(iterator))
    deliveries = set()
    try:
        while coming or deliveries:
            waiting = deliveries | ({coming} if coming else set())
            done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done - {coming}:
                task.result()
            deliveries -= done
            if coming in done:
                order = coming.result()
                if order is END:
                    coming = None
                else:
                    deliveries.add(asyncio.create_task(deliver(order)))
                    coming = asyncio.create_task(next_of(iterator))
    finally:
        for task in deliveries | ({coming} if coming else set()):
            task.cancel()
