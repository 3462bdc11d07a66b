"""Does both sides by gather, and believes that when one fails the other one is over, too.

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
            await self._add(account, amount)

    async def transfer(self, src, dst, amount):
        a, b = sorted([src, dst])
        async with self.locks[a], self.locks[b]:
            await asyncio.gather(self._add(src, -amount), self._add(dst, amount))
