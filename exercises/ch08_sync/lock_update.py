"""A bank whose store is slow, and no update may be lost.

The store keeps a balance for each account: `await store.read(account)` gives it, and
`await store.write(account, balance)` sets it. Both take time. As it stands the bank works as long as only one task
uses it:

  * `await bank.deposit(account, amount)` adds amount to the balance of the account;
  * `await bank.transfer(src, dst, amount)` moves amount from one account to another one.

Change Bank so that any number of deposits and transfers can be under way at the same time:
  * each amount counts, once. When a call returns, its change is in the store;
  * calls for the same account may take turns, but without a pause: ten deposits into one account need no
    longer than ten deposits one after the other. Waiting keeps nobody busy;
  * a call waits only for calls that name one of its accounts: other accounts have nothing to do with it;
  * calls never wait for each other for ever, whichever accounts the transfers name, and in whichever order.

And when something goes wrong:
  * the store raises: that error comes out of the call, and of no other, as it is or as the only one in an
    ExceptionGroup;
  * a call is cancelled: CancelledError comes out of it.
In both cases others must still be able to use the account, and to count on it. Of the call that was broken off itself
all, nothing, or one side of a transfer may be done: nothing need be undone.

Only the bank writes to the store. Accounts can have any name, a balance can have any sign, and src is never dst.

Try it:  python exercises/ch08_sync/lock_update.py
"""

import asyncio
from typing import Protocol


class Store(Protocol):
    async def read(self, account: str) -> int: ...

    async def write(self, account: str, balance: int) -> None: ...


class Bank:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def deposit(self, account: str, amount: int) -> None:
        balance = await self._store.read(account)
        await self._store.write(account, balance + amount)

    async def transfer(self, src: str, dst: str, amount: int) -> None:
        src_balance = await self._store.read(src)
        dst_balance = await self._store.read(dst)
        await self._store.write(src, src_balance - amount)
        await self._store.write(dst, dst_balance + amount)


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
    print(f"Ann had 100 and got 1 ten times: {store.balances['Ann']}; 110 would be right")


if __name__ == "__main__":
    asyncio.run(demo())
