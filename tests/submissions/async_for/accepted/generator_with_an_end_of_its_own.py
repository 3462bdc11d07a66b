"""Leaves the generator by return, waits by a future, and counts the deliveries under way."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    loop = asyncio.get_running_loop()
    number = 0
    while True:
        if number == n:
            return
        ready = loop.create_future()
        loop.call_later(interval, ready.set_result, None)
        await ready
        yield number
        number += 1


async def dispatch_and_deliver(orders, deliver):
    errors = []
    count = 1
    over = asyncio.Event()

    def done(task=None):
        nonlocal count
        count -= 1
        if task is not None and not task.cancelled() and task.exception() is not None:
            errors.append(task.exception())
        if count == 0:
            over.set()

    tasks = set()
    async for order in orders:
        task = asyncio.create_task(deliver(order))
        tasks.add(task)
        count += 1
        task.add_done_callback(done)
    done()
    await over.wait()
    if errors:
        raise ExceptionGroup("deliveries failed", errors)
