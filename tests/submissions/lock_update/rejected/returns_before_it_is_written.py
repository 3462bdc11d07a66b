"""Starts a task that has the lock, and returns without it.

verdict: failed
diagnosis: deposit returned, and its amount was not in the store yet
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)
        self._tasks = set()

    async def _add(self, account, amount):
        async with self._locks[account]:
            await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        self._tasks.add(asyncio.create_task(self._add(account, amount)))

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
