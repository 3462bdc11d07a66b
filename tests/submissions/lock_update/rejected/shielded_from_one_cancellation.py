"""Shields the change, waits for it when the call is cancelled, and believes that nobody cancels it a second time.

verdict: failed
diagnosis: something of it still wrote when others had the account
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def _change(self, account, amount):
        await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        async with self._locks[account]:
            change = asyncio.create_task(self._change(account, amount))
            try:
                await asyncio.shield(change)
            except asyncio.CancelledError:
                await asyncio.shield(change)
                raise

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
