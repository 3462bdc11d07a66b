"""Believes that a coroutine cannot be interrupted between two awaits of its own.

verdict: failed
diagnosis: 9 updates were lost between read and write
"""


class Bank:
    def __init__(self, store):
        self._store = store

    async def deposit(self, account, amount):
        balance = await self._store.read(account)
        balance += amount
        await self._store.write(account, balance)

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
