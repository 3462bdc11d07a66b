"""A transfer takes its two locks only when both are free, and looks for that five hundred times a second.

verdict: failed
diagnosis: need 5 s and not more
in real time: the event loop turned 2000 times while calls waited
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
        while self._locks[src].locked() or self._locks[dst].locked():
            await asyncio.sleep(0.002)
        async with self._locks[min(src, dst)], self._locks[max(src, dst)]:
            await self._add(src, -amount)
            await self._add(dst, amount)
