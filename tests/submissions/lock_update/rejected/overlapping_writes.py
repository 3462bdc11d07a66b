"""Keeps the balances in memory, and believes that writes end in the order in which they began.

verdict: failed
diagnosis: the older balance was written last
"""

import asyncio


class Bank:
    def __init__(self, store):
        self.store = store
        self.cache = {}

    async def deposit(self, account, amount):
        if account not in self.cache:
            b = await self.store.read(account)
            self.cache.setdefault(account, b)
        self.cache[account] += amount
        await self.store.write(account, self.cache[account])

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
