"""Wakes one of all who wait, be it one who puts or one who gets.

verdict: deadlock
diagnosis: puts and gets wait for each other: the one who was woken could not go on
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
            self.changed.notify()

    async def get(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.closed or self.items)
            if not self.items:
                raise QueueClosed
            self.changed.notify()
            return self.items.pop(0)

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
