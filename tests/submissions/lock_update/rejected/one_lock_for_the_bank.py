"""Protects the bank, not the balances.

verdict: failed
diagnosis: independent accounts waited for each other
"""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._lock = asyncio.Lock()

    async def _add(self, account, amount):
        await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        async with self._lock:
            await self._add(account, amount)

    async def transfer(self, src, dst, amount):
        async with self._lock:
            await self._add(src, -amount)
            await self._add(dst, amount)
