"""A TaskGroup that lives in a task of its own until close lets its block end; a wrapper keeps errors from the group."""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._early = []
        self._group = None
        self._closing = asyncio.Event()
        self._keeper = asyncio.create_task(self._keep())

    async def _keep(self):
        async with asyncio.TaskGroup() as self._group:
            for coro in self._early:
                self._group.create_task(self._run(coro))
            self._early.clear()
            await self._closing.wait()

    async def _run(self, coro):
        try:
            await coro
        except Exception as error:
            self.errors.append(error)

    def spawn(self, coro):
        if self._group is None:
            self._early.append(coro)
        else:
            self._group.create_task(self._run(coro))

    async def close(self):
        self._closing.set()
        await self._keeper
