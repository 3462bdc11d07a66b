"""Drain the order queue and cancel the shops.

A day has three phases, and each needs a wait of its own:

  1. The customers end by themselves, so they can be awaited. Until then more orders may come.
  2. The queue counts what was put and not yet marked by `task_done()`; `join()` waits until that count is zero.
     The shop marks an order when it has been handled: marked at the `get()`, it would count as done while it is
     still being worked on. And `join()` comes after the customers: before the first order it waits for nothing.
  3. The shops never end by themselves. Nobody can wait for them until they have been cancelled.

`cancel()` only asks. It raises CancelledError in the shop at the `await` where it is suspended, which is the `get()`:
all orders are done by now. The shop says its last word in a `finally`, and the CancelledError goes on. `gather` with
`return_exceptions=True` then waits until the shops are really over, without their CancelledError becoming main's.

The outer `finally` closes the shops when main itself is cancelled, or a customer fails, as well.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

Customer = Callable[[asyncio.Queue[str]], Awaitable[None]]
Handle = Callable[[int, str], Awaitable[None]]
Say = Callable[[str], None]


async def process_orders(shop_id: int, q: asyncio.Queue[str], handle: Handle, say: Say) -> None:
    try:
        while True:
            order = await q.get()
            await handle(shop_id, order)
            q.task_done()
    finally:
        say(f"shop {shop_id} closed")


async def main(customers: Sequence[Customer], shops: int, handle: Handle, say: Say) -> None:
    q: asyncio.Queue[str] = asyncio.Queue()
    open_shops = [asyncio.create_task(process_orders(shop_id, q, handle, say)) for shop_id in range(shops)]
    try:
        await asyncio.gather(*(customer(q) for customer in customers))
        await q.join()
    finally:
        for shop in open_shops:
            shop.cancel()
        await asyncio.gather(*open_shops, return_exceptions=True)


async def early_bird(q: asyncio.Queue[str]) -> None:
    for item in ("milk", "bread", "fish"):
        await asyncio.sleep(0.4)
        await q.put(item)


async def late_riser(q: asyncio.Queue[str]) -> None:
    for item in ("crepes", "rice"):
        await asyncio.sleep(0.7)
        await q.put(item)


async def handle(shop_id: int, order: str) -> None:
    print(f"shop {shop_id}: {order} ...")
    await asyncio.sleep(1)
    print(f"shop {shop_id}: {order} is ready")


if __name__ == "__main__":
    asyncio.run(main([early_bird, late_riser], 2, handle, print))
