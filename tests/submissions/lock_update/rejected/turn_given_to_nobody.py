"""Wakes the next one who waits, also when that one has been cancelled.

verdict: deadlock
diagnosis: went to nobody
"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self.store = store
        self.busy = set()
        self.waiters = defaultdict(list)

    async def deposit(self, account, amount):
        while account in self.busy:
            f = asyncio.get_running_loop().create_future()
            self.waiters[account].append(f)
            await f
        self.busy.add(account)
        try:
            b = await self.store.read(account)
            await self.store.write(account, b + amount)
        finally:
            self.busy.discard(account)
            if self.waiters[account]:
                f = self.waiters[account].pop(0)
                if not f.done():
                    f.set_result(None)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
