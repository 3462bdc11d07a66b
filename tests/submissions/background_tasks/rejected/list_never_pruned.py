"""Keeps the tasks in a list, for ever.

verdict: failed
diagnosis: 200 finished tasks are still held, and what they returned with them
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = []

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.append(task)
        task.add_done_callback(self._look)

    def _look(self, task):
        if not task.cancelled() and task.exception():
            self.errors.append(task.exception())

    async def close(self):
        while running := [task for task in self._tasks if not task.done()]:
            await asyncio.wait(running)
