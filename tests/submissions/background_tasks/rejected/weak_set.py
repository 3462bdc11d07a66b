"""Keeps the tasks in a WeakSet, so as not to hold them too long.

verdict: leaked
diagnosis: nobody kept a reference to the task: the garbage collector destroyed it in the middle of its work
"""

import asyncio
import weakref


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = weakref.WeakSet()

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            self.errors.append(task.exception())

    async def close(self):
        while tasks := set(self._tasks):
            await asyncio.wait(tasks)
