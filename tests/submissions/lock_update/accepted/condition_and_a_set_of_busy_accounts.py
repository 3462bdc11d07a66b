"""A Condition, and a set of the accounts that somebody works on: both accounts of a transfer are taken in one step."""

import asyncio
from contextlib import asynccontextmanager


class Bank:
    def __init__(self, store):
        self._store = store
        self._busy = set()
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def _alone(self, *accounts):
        async with self._changed:
            await self._changed.wait_for(lambda: self._busy.isdisjoint(accounts))
            self._busy.update(accounts)
        try:
            yield
        finally:
            self._busy.difference_update(accounts)
            async with self._changed:
                self._changed.notify_all()

    async def _add(self, account, amount):
        await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        async with self._alone(account):
            await self._add(account, amount)

    async def transfer(self, src, dst, amount):
        async with self._alone(src, dst):
            await self._add(src, -amount)
            await self._add(dst, amount)
