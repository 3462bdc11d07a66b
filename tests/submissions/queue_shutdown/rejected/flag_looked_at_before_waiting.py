"""Looks at the flag before it waits, and wakes nobody when it changes.

verdict: deadlock
diagnosis: a get that was waiting for an item did not notice close()
"""

import asyncio


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self._queue = asyncio.Queue(maxsize)
        self._closed = False

    async def put(self, item):
        if self._closed:
            raise QueueClosed
        await self._queue.put(item)

    async def get(self):
        if self._closed and self._queue.empty():
            raise QueueClosed
        return await self._queue.get()

    def close(self, *, immediate=False):
        self._closed = True
        while immediate and not self._queue.empty():
            self._queue.get_nowait()

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
