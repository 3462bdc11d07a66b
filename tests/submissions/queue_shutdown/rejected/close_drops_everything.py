"""Believes that a closed queue has nothing to give any more.

verdict: failed
diagnosis: close() made the queue lose items that it had accepted
"""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = deque()
        self._closed = False
        self._changed = asyncio.Event()

    async def put(self, item):
        while not self._closed and 0 < self._maxsize <= len(self._items):
            await self._changed.wait()
        if self._closed:
            raise QueueClosed
        self._items.append(item)
        self._tell_everybody()

    async def get(self):
        while not self._items and not self._closed:
            await self._changed.wait()
        if self._closed:
            raise QueueClosed
        item = self._items.popleft()
        self._tell_everybody()
        return item

    def close(self, *, immediate=False):
        self._closed = True
        if immediate:
            self._items.clear()
        self._tell_everybody()

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item

    def _tell_everybody(self):
        self._changed.set()
        self._changed = asyncio.Event()
