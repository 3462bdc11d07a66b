"""Hands the item to a waiting get; if that one is cancelled at the same moment, the item is gone.

verdict: failed
diagnosis: a get was cancelled, and the item that was put at that moment is lost
"""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.items = deque()
        self.getters = deque()
        self.closed = False
        self.changed = asyncio.Event()

    async def put(self, item):
        while 0 < self.maxsize <= len(self.items) and not self.closed:
            await self.changed.wait()
        if self.closed:
            raise QueueClosed
        while self.getters:
            getter = self.getters.popleft()
            if not getter.done():
                getter.set_result(item)
                return
        self.items.append(item)

    async def get(self):
        if self.items:
            item = self.items.popleft()
            self.changed.set()
            self.changed = asyncio.Event()
            return item
        if self.closed:
            raise QueueClosed
        getter = asyncio.get_running_loop().create_future()
        self.getters.append(getter)
        return await getter

    def close(self, *, immediate=False):
        self.closed = True
        if immediate:
            self.items.clear()
        for getter in self.getters:
            if not getter.done():
                getter.set_exception(QueueClosed())
        self.getters.clear()
        self.changed.set()

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
