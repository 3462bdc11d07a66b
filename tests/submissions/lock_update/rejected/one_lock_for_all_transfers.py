"""Finds the circle of the locks, and lets only one transfer at a time into it.

verdict: failed
diagnosis: independent accounts waited for each other: what is done with one of them is no business of the others
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._transfers = asyncio.Lock()
        self._locks = defaultdict(asyncio.Lock)

    async def _add(self, account, amount):
        await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        async with self._locks[account]:
            await self._add(account, amount)

    async def transfer(self, src, dst, amount):
        async with self._transfers, self._locks[src], self._locks[dst]:
            await self._add(src, -amount)
            await self._add(dst, amount)
