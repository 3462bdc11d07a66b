"""Async iteration: dispatch orders, and deliver while the next ones are on their way.

`dispatch_orders(n, interval)` gives an asynchronous iterator over the orders 0, 1, ..., n - 1:
  * each order comes `interval` seconds after it was asked for, and nothing happens while nobody asks;
  * after the last order it ends at once, and asked again it says again that it has ended;
  * every call gives an iterator of its own, which knows nothing of the others; n may be 0.
An asynchronous generator (`async def` with a `yield`, so change the `def`) is as good as a class
with `__aiter__` and `__anext__`.

`dispatch_and_deliver(orders, deliver)` takes orders from anything that `async for` can loop over,
and calls `deliver(order)` exactly once for each order that comes:
  * a delivery begins as soon as its order has come, and the orders do not wait for it: while one
    is delivered, the next ones come, and any number of deliveries may be under way;
  * it returns as soon as the orders have ended and the last delivery is over; nothing is left running;
  * an error, in a delivery or in the orders, comes out of it: alone or in an ExceptionGroup, at once
    or when the other deliveries are over. What becomes of those is up to you;
  * when it is cancelled, CancelledError comes out of it.

Neither of the two blocks the event loop, or keeps it busy while there is nothing to do.

Try it:  python exercises/ch04_protocols/async_for.py
"""

import asyncio
import time
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine
from typing import Any


def dispatch_orders(n: int, interval: float = 1.0) -> AsyncIterator[int]:
    raise NotImplementedError


async def dispatch_and_deliver(
    orders: AsyncIterable[int], deliver: Callable[[int], Coroutine[Any, Any, None]]
) -> None:
    raise NotImplementedError


async def deliver(order: int) -> None:
    print(f"{time.strftime('%X')} order {order} is on its way")
    await asyncio.sleep(1)
    print(f"{time.strftime('%X')} order {order} is delivered")


if __name__ == "__main__":
    started = time.perf_counter()
    try:
        asyncio.run(dispatch_and_deliver(dispatch_orders(5), deliver))
        print(f"{time.perf_counter() - started:.1f} s")
    except NotImplementedError:
        print("Not written yet: fill in dispatch_orders and dispatch_and_deliver.")
