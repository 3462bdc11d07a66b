"""The same, and asyncio finds it out.

verdict: failed
diagnosis: raised RuntimeError: Lock is not acquired
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        lock = self._locks[account]
        try:
            await lock.acquire()
            await self._store.write(account, await self._store.read(account) + amount)
        finally:
            lock.release()

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
