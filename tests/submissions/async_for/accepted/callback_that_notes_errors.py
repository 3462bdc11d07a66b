"""A set that each task leaves when it is done, and its error stays in a list."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    tasks, errors = set(), []

    def over(task):
        tasks.discard(task)
        if not task.cancelled() and task.exception():
            errors.append(task.exception())

    try:
        async for order in orders:
            task = asyncio.create_task(deliver(order))
            tasks.add(task)
            task.add_done_callback(over)
    finally:
        while tasks:
            await asyncio.wait(tasks)
    for error in errors:
        raise error
