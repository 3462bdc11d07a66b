"""Cancels all tasks that have ever got something, whatever they are doing.

verdict: error
diagnosis: CancelledError
"""

import asyncio


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self._queue = asyncio.Queue(maxsize)
        self._users = set()

    async def put(self, item):
        self._users.add(asyncio.current_task())
        await self._queue.put(item)

    async def get(self):
        self._users.add(asyncio.current_task())
        return await self._queue.get()

    def close(self, *, immediate=False):
        for task in self._users:
            task.cancel()

    async def __aiter__(self):
        while True:
            yield await self.get()
