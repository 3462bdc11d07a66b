"""Awaits the tasks one by one; one that was cancelled ends close as well.

verdict: failed
diagnosis: a spawned coroutine was cancelled, and close took that for its own cancellation
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
            try:
                await next(iter(self._tasks))
            except Exception:
                pass
