"""A home-made lock: a line of futures for each account, in plain lists; acquire, try, finally; dst is always later in
the order of the names."""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._lines = {}

    async def _enter(self, account):
        line = self._lines.setdefault(account, [])
        turn = asyncio.get_running_loop().create_future()
        line.append(turn)
        if line[0] is turn:
            return
        try:
            await turn
        except asyncio.CancelledError:
            if line[0] is turn:
                self._leave(account)
            else:
                line.remove(turn)
            raise

    def _leave(self, account):
        line = self._lines[account]
        line.pop(0)
        if line and not line[0].done():
            line[0].set_result(None)

    async def deposit(self, account, amount):
        await self._enter(account)
        try:
            await self._store.write(account, await self._store.read(account) + amount)
        finally:
            self._leave(account)

    async def transfer(self, src, dst, amount):
        low, high = min(src, dst), max(src, dst)
        await self._enter(low)
        try:
            await self._enter(high)
            try:
                balances = await asyncio.gather(self._store.read(src), self._store.read(dst))
                await self._store.write(dst, balances[1] + amount)
                await self._store.write(src, balances[0] - amount)
            finally:
                self._leave(high)
        finally:
            self._leave(low)
