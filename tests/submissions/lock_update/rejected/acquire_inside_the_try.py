"""Gives the lock back even if it was cancelled while it still waited for it.

verdict: failed
diagnosis: a deposit that was cancelled while it waited let others in: it gave back a lock that it did not have
"""

import asyncio
from collections import defaultdict
from contextlib import suppress


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
            with suppress(RuntimeError):
                lock.release()

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
