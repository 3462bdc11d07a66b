"""Semaphores of one permit, taken in the order of a number; both sides of a transfer are written at the same time."""

import asyncio
from contextlib import AsyncExitStack
from itertools import count


class Bank:
    def __init__(self, store):
        self._store = store
        self._numbers = count()
        self._accounts = {}

    async def _change(self, changes):
        for account in changes:
            if account not in self._accounts:
                self._accounts[account] = next(self._numbers), asyncio.Semaphore(1)
        async with AsyncExitStack() as stack:
            for _, permit in sorted((self._accounts[name] for name in changes), key=lambda pair: pair[0]):
                await stack.enter_async_context(permit)
            async with asyncio.TaskGroup() as group:
                for account, amount in changes.items():
                    group.create_task(self._add(account, amount))

    async def _add(self, account, amount):
        await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        await self._change({account: amount})

    async def transfer(self, src, dst, amount):
        await self._change({src: -amount, dst: amount})
