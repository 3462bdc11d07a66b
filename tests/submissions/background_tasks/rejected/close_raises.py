"""Waits with gather as it is, which raises the first error.

verdict: error
diagnosis: close raised what a spawned coroutine raised; that belongs in errors, and close goes on waiting
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
            self.errors.append(task.exception())

    async def close(self):
        while self._tasks:
            await asyncio.gather(*self._tasks)
