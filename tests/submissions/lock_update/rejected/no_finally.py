"""Gives the lock back on the last line, which an error never reaches.

verdict: deadlock
diagnosis: Bank.deposit('a', 1) raised and never gave back what it had acquired: all others wait for ever at line 17
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        await self._locks[account].acquire()
        await self._store.write(account, await self._store.read(account) + amount)
        self._locks[account].release()

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
