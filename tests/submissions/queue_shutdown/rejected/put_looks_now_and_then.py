"""A get waits to be woken; a put looks again and again, with a short sleep in between.

verdict: failed
diagnosis: a put that waits looked again and again
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
            await asyncio.sleep(0.03)
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
                yield await self.get()
        except QueueClosed:
            return
