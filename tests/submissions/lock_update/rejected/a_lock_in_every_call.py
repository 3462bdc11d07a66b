"""Makes a lock in every call, which nobody else knows.

verdict: failed
diagnosis: 9 updates were lost between read and write: others read the same balance before the new one was written,
    because nothing that they share kept them out
"""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store

    async def deposit(self, account, amount):
        lock = asyncio.Lock()
        async with lock:
            balance = await self._store.read(account)
            await self._store.write(account, balance + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
