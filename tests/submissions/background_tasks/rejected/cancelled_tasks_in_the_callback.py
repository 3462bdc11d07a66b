"""Believes that exception() of a cancelled task is None.

verdict: leaked
diagnosis: a cancelled task has no exception to give: task.exception() raised CancelledError in a callback
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
        if task.exception() is not None:
            self.errors.append(task.exception())

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
