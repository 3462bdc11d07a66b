"""Counts those who wait, and cancels a load that nobody waits for any more; who comes while it ends waits for that."""

import asyncio


class SingleFlight:
    def __init__(self):
        self._values = {}
        self._tasks = {}
        self._waiting = {}

    async def get(self, key, load):
        while key not in self._values:
            if key not in self._tasks:
                self._tasks[key] = asyncio.create_task(load(key))
                self._tasks[key].add_done_callback(lambda task: self._landed(key, task))
                self._waiting[key] = 0
            task = self._tasks[key]
            self._waiting[key] += 1
            try:
                await asyncio.wait([task])
            finally:
                self._leave(key, task)
            if not task.cancelled():
                return task.result()
        return self._values[key]

    def _leave(self, key, task):
        if not task.done():
            self._waiting[key] -= 1
            if self._waiting[key] == 0 and not task.cancelling():
                task.cancel()

    def _landed(self, key, task):
        del self._tasks[key], self._waiting[key]
        if not task.cancelled() and task.exception() is None:
            self._values[key] = task.result()
