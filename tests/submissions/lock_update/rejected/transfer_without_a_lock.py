"""Protects the deposits and forgets the transfers.

verdict: failed
diagnosis: by calls that overlapped: one wrote a balance that another had read before
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        async with self._locks[account]:
            await self._store.write(account, await self._store.read(account) + amount)

    async def transfer(self, src, dst, amount):
        rest = await self._store.read(src) - amount
        total = await self._store.read(dst) + amount
        await self._store.write(src, rest)
        await self._store.write(dst, total)
