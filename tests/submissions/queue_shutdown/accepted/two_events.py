"""One event that says "not empty or closed", one that says "not full or closed"."""

import asyncio


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.room = asyncio.Event()
        self.something = asyncio.Event()
        self.items = []
        self.maxsize = maxsize
        self.closed = False
        self.update()

    def update(self):
        full = 0 < self.maxsize <= len(self.items)
        for event, on in ((self.room, self.closed or not full), (self.something, self.closed or self.items)):
            if on:
                event.set()
            else:
                event.clear()

    async def put(self, item):
        while not self.room.is_set():
            await self.room.wait()
        if self.closed:
            raise QueueClosed
        self.items.append(item)
        self.update()

    async def get(self):
        while not self.something.is_set():
            await self.something.wait()
        if not self.items:
            raise QueueClosed
        item = self.items.pop(0)
        self.update()
        return item

    def close(self, *, immediate=False):
        self.closed = True
        if immediate:
            self.items.clear()
        self.update()

    async def __aiter__(self):
        try:
            while True:
                yield await self.get()
        except QueueClosed:
            pass
