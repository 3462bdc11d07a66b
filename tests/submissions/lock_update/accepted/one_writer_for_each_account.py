"""One task for each account does all its work, in the order of a queue; a transfer is two jobs for two such tasks."""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._jobs = {}
        self._writers = []

    async def _write(self, account, jobs):
        while True:
            amount, done = await jobs.get()
            try:
                await self._store.write(account, await self._store.read(account) + amount)
            except Exception as error:
                if not done.done():
                    done.set_exception(error)
            else:
                if not done.done():
                    done.set_result(None)

    async def deposit(self, account, amount):
        if account not in self._jobs:
            self._jobs[account] = asyncio.Queue()
            self._writers.append(asyncio.create_task(self._write(account, self._jobs[account])))
        done = asyncio.get_running_loop().create_future()
        self._jobs[account].put_nowait((amount, done))
        await done

    async def transfer(self, src, dst, amount):
        await self.deposit(src, -amount)
        await self.deposit(dst, amount)
