"""Keeps the text of the errors.

verdict: failed
diagnosis: is not in errors
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
        if not task.cancelled() and task.exception():
            self.errors.append(str(task.exception()))

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
