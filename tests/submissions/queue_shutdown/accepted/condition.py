"""A deque under a condition; close leaves the waking to a task, as it cannot wait for the lock."""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.items = deque()
        self.closed = False
        self.changed = asyncio.Condition()
        self.ringing = set()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: self.closed or not 0 < self.maxsize <= len(self.items))
            if self.closed:
                raise QueueClosed
            self.items.append(item)
            self.changed.notify_all()

    async def get(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.closed or self.items)
            if not self.items:
                raise QueueClosed
            self.changed.notify_all()
            return self.items.popleft()

    async def ring(self):
        async with self.changed:
            self.changed.notify_all()

    def close(self, *, immediate=False):
        self.closed = True
        if immediate:
            self.items.clear()
        task = asyncio.ensure_future(self.ring())
        self.ringing.add(task)
        task.add_done_callback(self.ringing.discard)

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
