"""A transfer locks the account from which the money comes, and no other.

verdict: failed
diagnosis: by calls that overlapped: one wrote a balance that another had read before
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def _add(self, account, amount):
        await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        async with self._locks[account]:
            await self._add(account, amount)

    async def transfer(self, src, dst, amount):
        async with self._locks[src]:
            await self._add(src, -amount)
            await self._add(dst, amount)
