"""Whoever has the account adds up all amounts that wait for it, and writes once for all of them."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._waiting = defaultdict(list)
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        done = asyncio.get_running_loop().create_future()
        self._waiting[account].append((amount, done))
        try:
            async with self._locks[account]:
                if not done.done():
                    await self._write_all(account)
                    done = None
        finally:
            self._waiting[account] = [job for job in self._waiting[account] if job[1] is not done]

    async def _write_all(self, account):
        balance = await self._store.read(account)
        jobs, self._waiting[account] = self._waiting[account], []
        try:
            await self._store.write(account, balance + sum(amount for amount, _ in jobs))
        except BaseException:
            self._waiting[account] = jobs + self._waiting[account]
            raise
        for _, done in jobs:
            if not done.done():
                done.set_result(None)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
