"""Believes that except* is the newer except: it makes no difference for one error, but a group loses its cover.

verdict: failed
diagnosis: errors must hold the very exceptions that were raised
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = set()

    def spawn(self, coro):
        task = asyncio.create_task(self._run(coro))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, coro):
        try:
            await coro
        except* Exception as group:
            self.errors.extend(group.exceptions)

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
