"""Collects the coroutines, and starts them when it is closed.

verdict: leaked
diagnosis: what is spawned must begin at once, and not only with close
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._coros = []

    def spawn(self, coro):
        self._coros.append(coro)

    async def _run(self, coro):
        try:
            await coro
        except Exception as error:
            self.errors.append(error)

    async def close(self):
        while self._coros:
            coros, self._coros = self._coros, []
            await asyncio.gather(*map(self._run, coros))
