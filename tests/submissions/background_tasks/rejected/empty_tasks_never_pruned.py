"""Keeps all tasks in a list; that their wrapper returns nothing is no reason to keep them.

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
        self.tasks.append(asyncio.create_task(self._run(coro)))

    async def close(self):
        while any(not t.done() for t in self.tasks):
            await asyncio.gather(*self.tasks, return_exceptions=True)
