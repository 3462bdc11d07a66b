"""Believes that sixteen locks are enough to keep accounts apart.

verdict: failed
diagnosis: independent accounts waited for each other
"""

import asyncio
import zlib


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = [asyncio.Lock() for _ in range(16)]

    async def deposit(self, account, amount):
        async with self._locks[zlib.crc32(account.encode()) % 16]:
            await self._store.write(account, await self._store.read(account) + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
