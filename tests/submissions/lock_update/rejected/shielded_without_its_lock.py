"""Shields what is done under the lock, and gives the lock back when it is cancelled.

verdict: failed
diagnosis: something of it still wrote when others had the account
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self.store = store
        self.locks = defaultdict(asyncio.Lock)

    async def _add(self, account, amount):
        b = await self.store.read(account)
        await self.store.write(account, b + amount)

    async def deposit(self, account, amount):
        async with self.locks[account]:
            await asyncio.shield(self._add(account, amount))

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
