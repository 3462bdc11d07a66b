"""Keeps what the coroutines returned, in case somebody should ask for it.

verdict: failed
diagnosis: 200 finished tasks are still held, and what they returned with them
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self.results = []
        self._tasks = set()

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task):
        self._tasks.discard(task)
        if task.cancelled():
            return
        if task.exception():
            self.errors.append(task.exception())
        else:
            self.results.append(task.result())

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
