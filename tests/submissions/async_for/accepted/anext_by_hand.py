"""Asks for each order by anext, and lets every delivery be a member of a set until it is done."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    order = 0
    while order < n:
        await asyncio.sleep(interval)
        yield order
        order += 1


async def dispatch_and_deliver(orders, deliver):
    under_way = set()
    iterator = aiter(orders)
    while True:
        try:
            order = await anext(iterator)
        except StopAsyncIteration:
            break
        under_way.add(asyncio.get_running_loop().create_task(deliver(order)))
    if under_way:
        done, _ = await asyncio.wait(under_way)
        for task in done:
            task.result()
