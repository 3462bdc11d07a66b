"""A timer fulfils a future; deliveries are counted down by their callbacks."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    loop = asyncio.get_running_loop()
    for order in range(n):
        due = loop.create_future()
        timer = loop.call_later(interval, due.set_result, order)
        try:
            yield await due
        finally:
            timer.cancel()


async def dispatch_and_deliver(orders, deliver):
    tasks, over = set(), asyncio.Queue()
    async for order in orders:
        task = asyncio.create_task(deliver(order))
        tasks.add(task)
        task.add_done_callback(over.put_nowait)
    while tasks:
        task = await over.get()
        tasks.discard(task)
        task.result()
