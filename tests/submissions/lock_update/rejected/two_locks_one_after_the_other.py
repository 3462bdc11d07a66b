"""Holds the lock for the read, and again for the write, but not in between.

verdict: failed
diagnosis: lost between read and write
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        async with self._locks[account]:
            balance = await self._store.read(account)
        async with self._locks[account]:
            await self._store.write(account, balance + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
