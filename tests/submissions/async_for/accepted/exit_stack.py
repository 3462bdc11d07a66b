"""An AsyncExitStack awaits the deliveries, also when it is left by a cancellation."""

import asyncio
import contextlib


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    async with contextlib.AsyncExitStack() as stack:
        async for order in orders:
            task = asyncio.create_task(deliver(order))
            stack.push_async_callback(asyncio.wait_for, task, None)
