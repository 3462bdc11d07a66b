"""Believes that asyncio.wait may be asked to wait for nothing.

verdict: error
diagnosis: close raised ValueError because there was nothing to wait for
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
        while True:
            await asyncio.wait(self._tasks)
            if not self._tasks:
                break
