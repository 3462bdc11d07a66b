"""A call that is cancelled leaves at once, and the shielded task goes on and keeps its lock as long as it does."""

import asyncio


class Bank:
    def __init__(self, store):
        self.store = store
        self.locks = {}
        self.running = set()

    async def _d(self, account, amount):
        async with self.locks.setdefault(account, asyncio.Lock()):
            b = await self.store.read(account)
            await self.store.write(account, b + amount)

    async def _t(self, src, dst, amount):
        await self._d(src, -amount)
        await self._d(dst, amount)

    async def safe(self, coro):
        t = asyncio.create_task(coro)
        self.running.add(t)
        t.add_done_callback(self.running.discard)
        await asyncio.shield(t)

    def deposit(self, account, amount):
        return self.safe(self._d(account, amount))

    def transfer(self, src, dst, amount):
        return self.safe(self._t(src, dst, amount))
