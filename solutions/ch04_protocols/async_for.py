"""Async iteration: dispatch orders, and deliver while the next ones are on their way.

`async def` with a `yield` makes an asynchronous generator. Calling it runs nothing; each `__anext__` runs the body up
to the next `yield`, so the sleep belongs before the `yield`: the order comes when the interval has passed. Where the
body ends, the generator raises StopAsyncIteration for us, now and ever after.

`async for` is a loop, not a way to do things at once: its body must end before the next order is asked for. So the body
only starts a delivery, in a task of its own, and goes back to asking. The tasks belong to a TaskGroup, whose block is
left when all of them are done, and which hands on their errors.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine
from typing import Any


async def dispatch_orders(n: int, interval: float = 1.0) -> AsyncIterator[int]:
    for order in range(n):
        await asyncio.sleep(interval)
        yield order


async def dispatch_and_deliver(
    orders: AsyncIterable[int], deliver: Callable[[int], Coroutine[Any, Any, None]]
) -> None:
    async with asyncio.TaskGroup() as deliveries:
        async for order in orders:
            deliveries.create_task(deliver(order))


async def deliver(order: int) -> None:
    print(f"order {order} is on its way")
    await asyncio.sleep(1)
    print(f"order {order} is delivered")


if __name__ == "__main__":
    asyncio.run(dispatch_and_deliver(dispatch_orders(5), deliver))
