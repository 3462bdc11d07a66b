"""Keeps the locks as attributes of the bank, and believes that no account is called as one of its methods is.

verdict: failed
diagnosis: Bank.deposit('deposit', 1) raised
"""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store

    def _lock(self, account):
        if not hasattr(self, account):
            setattr(self, account, asyncio.Lock())
        return getattr(self, account)

    async def deposit(self, account, amount):
        async with self._lock(account):
            await self._store.write(account, await self._store.read(account) + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
