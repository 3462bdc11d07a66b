"""Drain the order queue and cancel the shops.

Customers place orders on a queue, shops take them off again. Customers leave; a shop would serve for ever.

process_orders(shop_id, q, handle, say) is one shop. It takes the next order from the queue q and
awaits handle(shop_id, order), then the next one, without end. When it is told to stop, it calls
say(f"shop {shop_id} closed"), once, and ends.

main(customers, shops, handle, say) is one day at the market:
  * main makes one queue, without a size limit, and opens `shops` shops (at least 1), numbered from 0;
  * it calls and awaits customer(q) once for each customer. Customers all shop at the same time:
    each browses, puts some orders (strings) on the queue, and leaves;
  * the shops work meanwhile, each on one order at a time. First come, first served:
    an order is begun when it is placed if a shop is free, otherwise as soon as a shop is;
  * main returns when all customers have left and every order has been handled, exactly once;
    it does not wait longer than that;
  * by then each shop has ended, or has been told to stop and ends without any more help. It is up to
    you how a shop is told. A shop's last word is its "closed"; without customers it need not say it;
  * when main is cancelled, it ends cancelled at once.

Try it:  python exercises/ch05_queues/customers_shops.py
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

Customer = Callable[[asyncio.Queue[str]], Awaitable[None]]
Handle = Callable[[int, str], Awaitable[None]]
Say = Callable[[str], None]


async def process_orders(shop_id: int, q: asyncio.Queue[str], handle: Handle, say: Say) -> None:
    raise NotImplementedError


async def main(customers: Sequence[Customer], shops: int, handle: Handle, say: Say) -> None:
    raise NotImplementedError


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
    try:
        asyncio.run(main([early_bird, late_riser], 2, handle, print))
    except NotImplementedError:
        print("The market is not open yet: write process_orders and main.")
