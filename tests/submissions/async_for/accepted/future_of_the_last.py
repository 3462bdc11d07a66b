"""A future that the last delivery resolves, or the first that fails."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    tasks = set()
    more = True

    def done(task):
        tasks.discard(task)
        if over.done():
            return
        if not task.cancelled() and task.exception():
            over.set_exception(task.exception())
        elif not tasks and not more:
            over.set_result(None)

    try:
        async for order in orders:
            task = loop.create_task(deliver(order))
            tasks.add(task)
            task.add_done_callback(done)
        more = False
        if tasks or over.done():
            await over
    finally:
        for task in tasks:
            task.cancel()
        if over.done() and not over.cancelled():
            over.exception()
