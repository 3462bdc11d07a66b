"""Believes that what there is to wait for is known when close is called.

verdict: failed
diagnosis: which was spawned while close was waiting
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
        await asyncio.gather(*self._tasks, return_exceptions=True)
