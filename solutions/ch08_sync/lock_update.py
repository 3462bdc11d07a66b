"""A bank whose store is slow, and no update may be lost.

Between `read` and `write` stands an `await`, and there every other task may get its turn: it reads the same balance,
and the later write wipes out the earlier one. So the two belong together, and whoever is between them keeps the others
out by a lock. What the lock guards decides how many there are: a balance, so one for each account. One for the whole
bank would lose nothing either, but make everybody wait; one made in each call keeps nobody out, for nobody else has it.

A transfer needs two accounts. If every task took its two locks in an order of its own, one could hold the first and
wait for the second while another does the reverse, for ever. All of them follow one order here, by name; then whoever
holds the last lock that anybody needs can go on, and nobody waits in a circle. It does not matter which order it is.
(Two deposits, one after the other, would do as well, if the money may be in neither account for a moment.)

`async with` gives the locks back however the block is left: by its end, by an error of the store, or by a cancellation.
`_add` takes no lock. It is for those who hold it already: an asyncio.Lock makes its own holder wait, too.

A dict that makes locks on demand needs no lock itself: there is no `await` between looking and making.
"""

import asyncio
from collections import defaultdict
from typing import Protocol


class Store(Protocol):
    async def read(self, account: str) -> int: ...

    async def write(self, account: str, balance: int) -> None: ...


class Bank:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def deposit(self, account: str, amount: int) -> None:
        async with self._locks[account]:
            await self._add(account, amount)

    async def transfer(self, src: str, dst: str, amount: int) -> None:
        first, second = sorted([src, dst])
        async with self._locks[first], self._locks[second]:
            await self._add(src, -amount)
            await self._add(dst, amount)

    async def _add(self, account: str, amount: int) -> None:
        balance = await self._store.read(account)
        await self._store.write(account, balance + amount)


class SlowStore:
    def __init__(self) -> None:
        self.balances = {"Ann": 100}

    async def read(self, account: str) -> int:
        await asyncio.sleep(0.1)
        return self.balances[account]

    async def write(self, account: str, balance: int) -> None:
        await asyncio.sleep(0.1)
        self.balances[account] = balance


async def demo() -> None:
    store = SlowStore()
    bank = Bank(store)
    await asyncio.gather(*(bank.deposit("Ann", 1) for _ in range(10)))
    print(f"Ann had 100 and got 1 ten times: {store.balances['Ann']}")


if __name__ == "__main__":
    asyncio.run(demo())
