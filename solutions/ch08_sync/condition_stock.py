"""A warehouse: take what you need, or wait until enough is there.

An Event says "it has happened", and that stays true. "Enough is there" does not stay true, and it means something else
for each taker. What a taker waits for is a condition: it looks, and if it cannot go on it sleeps until something has
changed, and looks again. `Condition.wait_for` is that loop. It must be a loop, since whoever is woken is only told that
something has changed; by then somebody else may have been faster, or what came was not enough.

Each change wakes all who wait. One would do only if any of them could use what came, and here the one who is woken may
want more than there is, while the one who could go on sleeps.

While a taker sleeps it does not hold the condition's lock: `wait_for` gives it back, and has it again when it returns.
Between that moment and `stock -= n` nobody else can come.
"""

import asyncio


class Warehouse:
    stock: int

    def __init__(self) -> None:
        self.stock = 0
        self._changed = asyncio.Condition()

    async def add(self, n: int) -> None:
        async with self._changed:
            self.stock += n
            self._changed.notify_all()

    async def take(self, n: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: self.stock >= n)
            self.stock -= n


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
    asyncio.run(demo())
