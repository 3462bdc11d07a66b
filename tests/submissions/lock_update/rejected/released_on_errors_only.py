"""Gives the lock back after an error, and forgets that CancelledError is no Exception.

verdict: deadlock
diagnosis: was cancelled and never gave back what it had acquired: all others wait for ever
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        lock = self._locks[account]
        await lock.acquire()
        try:
            await self._store.write(account, await self._store.read(account) + amount)
        except Exception:
            lock.release()
            raise
        else:
            lock.release()

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
