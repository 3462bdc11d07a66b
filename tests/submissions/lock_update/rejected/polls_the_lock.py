"""Looks every 0.7 s whether the account is free.

verdict: failed
diagnosis: ten deposits of 1 s each, one after the other, need 10 s and not more
"""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._busy = set()

    async def deposit(self, account, amount):
        while account in self._busy:
            await asyncio.sleep(0.7)
        self._busy.add(account)
        try:
            await self._store.write(account, await self._store.read(account) + amount)
        finally:
            self._busy.remove(account)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
