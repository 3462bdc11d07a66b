"""Undoes one side of a transfer when it has given the locks back already.

verdict: failed
diagnosis: something of it still wrote when others had the account
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self.store = store
        self.locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        async with self.locks[account]:
            b = await self.store.read(account)
            await self.store.write(account, b + amount)

    async def transfer(self, src, dst, amount):
        a, b = sorted([src, dst])
        x = None
        try:
            async with self.locks[a], self.locks[b]:
                x = await self.store.read(src)
                y = await self.store.read(dst)
                await self.store.write(src, x - amount)
                await self.store.write(dst, y + amount)
        except BaseException:
            if x is not None:
                await self.store.write(src, x)
            raise
