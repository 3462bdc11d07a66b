"""The well-known program: a task for every order, gathered after the loop."""

import asyncio


async def dispatch_orders(n, interval=1.0):
    print("Started dispatching")
    for number in range(n):
        await asyncio.sleep(interval)
        yield number
    print("Done dispatching")


async def dispatch_and_deliver(orders, deliver):
    tasks = []
    async for number in orders:
        print(f"order {number} has been dispatched")
        tasks.append(asyncio.create_task(deliver(number)))
    await asyncio.gather(*tasks)
