"""Keeps tasks and errors in attributes of the class, which all objects share.

verdict: failed
diagnosis: the first object waited for what was spawned by the second one
"""

import asyncio


class Background:
    errors = []
    _tasks = set()

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
            await asyncio.wait(self._tasks)
