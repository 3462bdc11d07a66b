"""Takes an order that does not come within five seconds for the end.

verdict: failed
diagnosis: an order that is slow to come must be waited for
"""

import asyncio


async def dispatch_orders(n, interval=1.0):
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(orders, deliver):
    it = aiter(orders)
    async with asyncio.TaskGroup() as deliveries:
        while True:
            try:
                order = await asyncio.wait_for(anext(it), 5)
            except (TimeoutError, StopAsyncIteration):
                break
            deliveries.create_task(deliver(order))
