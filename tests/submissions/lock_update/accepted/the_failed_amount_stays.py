"""Keeps the balances in memory: an amount whose write has failed is in the store with the next write."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self.store = store
        self.balances = {}
        self.locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        async with self.locks[account]:
            if account not in self.balances:
                self.balances[account] = await self.store.read(account)
            self.balances[account] += amount
            await self.store.write(account, self.balances[account])

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
