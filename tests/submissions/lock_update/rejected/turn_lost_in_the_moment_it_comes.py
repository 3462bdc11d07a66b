"""Believes that whoever is cancelled while it waits has not been given its turn yet.

verdict: deadlock
diagnosis: the turn that it had, or that came to it, went to nobody
"""

import asyncio
from collections import defaultdict, deque
from contextlib import asynccontextmanager


class Turn:
    def __init__(self):
        self.taken = False
        self.line = deque()

    @asynccontextmanager
    async def mine(self):
        if self.taken:
            called = asyncio.get_running_loop().create_future()
            self.line.append(called)
            try:
                await called
            except asyncio.CancelledError:
                if called in self.line:
                    self.line.remove(called)
                raise
        self.taken = True
        try:
            yield
        finally:
            if self.line:
                self.line.popleft().set_result(None)
            else:
                self.taken = False


class Bank:
    def __init__(self, store):
        self._store = store
        self._turns = defaultdict(Turn)

    async def deposit(self, account, amount):
        async with self._turns[account].mine():
            await self._store.write(account, await self._store.read(account) + amount)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
