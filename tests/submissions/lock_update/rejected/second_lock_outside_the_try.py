"""A transfer that is cancelled while it waits for its second lock keeps the first one.

verdict: deadlock
diagnosis: was cancelled and never gave back what it had acquired: all others wait for ever
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
        first, second = sorted([src, dst])
        await self._locks[first].acquire()
        await self._locks[second].acquire()
        try:
            await self._add(src, -amount)
            await self._add(dst, amount)
        finally:
            self._locks[second].release()
            self._locks[first].release()
