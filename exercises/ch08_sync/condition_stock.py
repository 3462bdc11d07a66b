"""A warehouse: take what you need, or wait until enough is there.

A Warehouse begins empty, and any number of tasks add to it and take from it:

  * `warehouse.stock` is the number of pieces that are there now. It is never negative, and pieces neither get lost nor
    come from nowhere: whenever all who find enough have gone on, it is what was added, less what was taken;
  * `await warehouse.add(n)` adds n pieces (at least 1). It never waits for a taker;
  * `await warehouse.take(n)` takes n pieces (at least 1), all at once. If fewer are there it waits, and leaves in the
    meantime what is there to others.

Nobody waits while there is enough for him, neither when he comes nor later: somebody who wants less goes before
somebody who wants more than there is, even if he came after him. If there is enough for any of several who wait, but
not for all, then any of them may go first. Waiting keeps nobody busy.

A take may be cancelled while it waits, by a timeout for example. It ends cancelled and has taken nothing, and the
others go on as if it had never been there.
Nothing is left running when all adds and takes are over.

Try it:  python exercises/ch08_sync/condition_stock.py
"""

import asyncio


class Warehouse:
    stock: int

    def __init__(self) -> None:
        raise NotImplementedError

    async def add(self, n: int) -> None:
        raise NotImplementedError

    async def take(self, n: int) -> None:
        raise NotImplementedError


async def demo() -> None:
    warehouse = Warehouse()

    async def customer(name: str, n: int) -> None:
        print(f"{name} wants {n}")
        await warehouse.take(n)
        print(f"        {name} has {n}; {warehouse.stock} left")

    async with asyncio.TaskGroup() as group:
        group.create_task(customer("Ann", 5))
        group.create_task(customer("Bob", 1))
        for n in (1, 3, 2):
            await asyncio.sleep(0.3)
            print(f"{n} more")
            await warehouse.add(n)


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("There is no warehouse yet: write Warehouse.")
