"""Takes the free lock first, which is no fixed order.

verdict: deadlock
diagnosis: the transfers wait for each other in a circle
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
        first, second = sorted([self._locks[src], self._locks[dst]], key=lambda lock: lock.locked())
        async with first:
            await self._add(src, -amount)
            async with second:
                await self._add(dst, amount)
