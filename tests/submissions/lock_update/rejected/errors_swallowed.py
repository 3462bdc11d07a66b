"""Prints the error of the store and returns.

verdict: failed
diagnosis: the store raised an error, and it did not come out of
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        async with self._locks[account]:
            try:
                await self._store.write(account, await self._store.read(account) + amount)
            except OSError as error:
                print(error)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
