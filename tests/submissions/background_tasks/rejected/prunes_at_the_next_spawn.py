"""Throws away the finished tasks when the next one is spawned.

verdict: failed
diagnosis: tasks that are over are still held
"""

import asyncio


class Background:
    def __init__(self):
        self.errors, self.tasks = [], []

    async def _run(self, c):
        try:
            await c
        except Exception as e:
            self.errors.append(e)

    def spawn(self, coro):
        self.tasks = [t for t in self.tasks if not t.done()]
        self.tasks.append(asyncio.create_task(self._run(coro)))

    async def close(self):
        while self.tasks:
            await asyncio.wait(self.tasks)
            self.tasks = [t for t in self.tasks if not t.done()]
