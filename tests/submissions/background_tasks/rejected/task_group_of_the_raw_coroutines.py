"""Puts the coroutines into a TaskGroup: one that fails cancels all the others.

verdict: failed
diagnosis: was cancelled when b failed: one that fails must not stop the others
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._early = []
        self._group = None
        self._closing = asyncio.Event()
        self._keeper = asyncio.create_task(self._keep())

    async def _keep(self):
        try:
            async with asyncio.TaskGroup() as self._group:
                for coro in self._early:
                    self._group.create_task(coro)
                self._early.clear()
                await self._closing.wait()
        except* Exception as group:
            self.errors += group.exceptions

    def spawn(self, coro):
        if self._group is None:
            self._early.append(coro)
        else:
            self._group.create_task(coro)

    async def close(self):
        self._closing.set()
        await self._keeper
