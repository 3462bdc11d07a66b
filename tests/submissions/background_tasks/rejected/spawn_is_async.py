"""Makes spawn a coroutine function, which nobody awaits.

verdict: leaked
diagnosis: spawn is called as a plain function: as a coroutine function it starts nothing until it is awaited
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = set()

    async def spawn(self, coro):
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
