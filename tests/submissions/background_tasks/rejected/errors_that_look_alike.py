"""Believes that two errors that look alike are one.

verdict: failed
diagnosis: got lost: it is not in errors
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = set()

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task):
        self._tasks.discard(task)
        if task.cancelled() or task.exception() is None:
            return
        if repr(task.exception()) not in map(repr, self.errors):
            self.errors.append(task.exception())

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
