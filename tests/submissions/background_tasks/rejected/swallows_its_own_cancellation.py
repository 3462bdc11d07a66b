"""Takes every CancelledError in close for that of a task.

verdict: failed
diagnosis: close was cancelled, but the cancellation did not come out of it
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
        while self._tasks:
            try:
                await next(iter(self._tasks))
            except (Exception, asyncio.CancelledError):
                pass
