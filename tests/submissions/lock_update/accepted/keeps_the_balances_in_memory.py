"""Reads an account once and keeps its balance; only the writes take turns."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._known = {}
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        async with self._locks[account]:
            if account not in self._known:
                self._known[account] = await self._store.read(account)
            balance = self._known[account] + amount
            await self._store.write(account, balance)
            self._known[account] = balance

    async def transfer(self, src, dst, amount):
        await self.deposit(dst, amount)
        await self.deposit(src, -amount)
