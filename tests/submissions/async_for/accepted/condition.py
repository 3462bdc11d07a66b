"""A condition tells of every delivery that is over: for those who want to wait for more than the last one."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        due = asyncio.Event()
        asyncio.get_running_loop().call_later(interval, due.set)
        await due.wait()
        yield order


async def dispatch_and_deliver(orders, deliver):
    changed, under_way, errors = asyncio.Condition(), set(), []

    async def run(order):
        try:
            await deliver(order)
        except Exception as error:
            errors.append(error)
        finally:
            async with changed:
                under_way.discard(asyncio.current_task())
                changed.notify_all()

    try:
        async for order in orders:
            under_way.add(asyncio.create_task(run(order)))
        async with changed:
            await changed.wait_for(lambda: errors or not under_way)
        if errors:
            raise errors[0]
    finally:
        for task in under_way:
            task.cancel()
