"""Keeps the tasks in a set and discards them, and never looks at their exceptions.

verdict: leaked
diagnosis: a coroutine failed, and nobody looked at the exception of its task: asyncio complains of it
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = set()

    def spawn(self, coro):
        task = asyncio.create_task(coro)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
