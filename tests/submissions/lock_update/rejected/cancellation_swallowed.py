"""Returns when it is cancelled.

verdict: failed
diagnosis: was cancelled, and CancelledError did not come out of it
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def deposit(self, account, amount):
        try:
            async with self._locks[account]:
                await self._store.write(account, await self._store.read(account) + amount)
        except asyncio.CancelledError:
            return

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
