"""Leaves out a deposit when somebody else has the account.

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
        if self._locks[account].locked():
            return
        async with self._locks[account]:
            await self._store.write(account, await self._store.read(account) + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
