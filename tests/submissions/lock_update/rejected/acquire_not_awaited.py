"""Calls acquire() as if it were a plain function.

verdict: leaked
diagnosis: acquire() was called and not awaited
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        lock = self._locks[account]
        lock.acquire()
        try:
            await self._store.write(account, await self._store.read(account) + amount)
        finally:
            if lock.locked():
                lock.release()

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
