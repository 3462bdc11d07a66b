"""Takes a lock of the threading module.

verdict: deadlock
diagnosis: a lock of the threading module stopped the whole event loop
"""

import threading
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(threading.Lock)

    async def deposit(self, account, amount):
        with self._locks[account]:
            await self._store.write(account, await self._store.read(account) + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
