"""Takes the locks in the order of the arguments.

verdict: deadlock
diagnosis: the transfers wait for each other in a circle: 'transfer a to b' waits for a lock that 'transfer b to a'
    holds, 'transfer b to a' waits for a lock that 'transfer a to b' holds at line 25
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
        async with self._locks[src], self._locks[dst]:
            await self._add(src, -amount)
            await self._add(dst, amount)
