"""Notifies a condition in close, which does not hold its lock.

verdict: error
diagnosis: cannot notify on un-acquired lock
"""

import asyncio


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.items = []
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
            return self.items.pop(0)

    def close(self, *, immediate=False):
        self.closed = True
        if immediate:
            self.items.clear()
        self.changed.notify_all()

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
