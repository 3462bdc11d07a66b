"""Believes that only writing needs protection.

verdict: failed
diagnosis: 9 updates were lost between read and write
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        balance = await self._store.read(account)
        async with self._locks[account]:
            await self._store.write(account, balance + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
