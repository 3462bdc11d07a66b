"""Believes that whoever holds a lock may take it again.

verdict: deadlock
diagnosis: for a lock that it holds itself: an asyncio.Lock cannot be acquired twice
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
        first, second = sorted([src, dst])
        async with self._locks[first], self._locks[second]:
            await self.deposit(src, -amount)
            await self.deposit(dst, amount)
