"""Shields the get of `async for`, which then waits on, and takes an item, when the loop has been cancelled.

verdict: failed
diagnosis: a loop was cancelled, and the item that was put at that moment is lost
"""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.items = deque()
        self.closed = False
        self.waiters = []

    def _wake(self):
        for w in self.waiters:
            if not w.done():
                w.set_result(None)
        self.waiters.clear()

    async def _wait(self):
        f = asyncio.get_running_loop().create_future()
        self.waiters.append(f)
        await f

    async def put(self, item):
        while not self.closed and self.maxsize > 0 and len(self.items) >= self.maxsize:
            await self._wait()
        if self.closed:
            raise QueueClosed
        self.items.append(item)
        self._wake()

    async def get(self):
        while not self.items:
            if self.closed:
                raise QueueClosed
            await self._wait()
        item = self.items.popleft()
        self._wake()
        return item

    def close(self, *, immediate=False):
        self.closed = True
        if immediate:
            self.items.clear()
        self._wake()

    async def __aiter__(self):
        try:
            while True:
                yield await asyncio.shield(asyncio.ensure_future(self.get()))
        except QueueClosed:
            return
