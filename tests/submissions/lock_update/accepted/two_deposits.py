"""A transfer is two deposits, each with its own lock: nobody ever holds two locks."""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = {}

    async def deposit(self, account, amount):
        async with self._locks.setdefault(account, asyncio.Lock()):
            balance = await self._store.read(account)
            await self._store.write(account, balance + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
