"""Keeps the locks in the class, for all the banks.

verdict: failed
diagnosis: their accounts only have the same name
"""

import asyncio


class Bank:
    locks = {}

    def __init__(self, store):
        self.store = store

    async def deposit(self, account, amount):
        lock = Bank.locks.setdefault(account, asyncio.Lock())
        async with lock:
            b = await self.store.read(account)
            await self.store.write(account, b + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
