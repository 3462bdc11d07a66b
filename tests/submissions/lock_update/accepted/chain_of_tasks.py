"""Each change is a task that waits for the end of the task before it on the same account; callers only look on."""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._last = {}

    async def _add(self, account, amount, before):
        if before is not None:
            await asyncio.wait([before])
        await self._store.write(account, await self._store.read(account) + amount)

    async def deposit(self, account, amount):
        before = self._last.get(account)
        task = asyncio.create_task(self._add(account, amount, before))
        self._last[account] = task
        await asyncio.shield(task)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
