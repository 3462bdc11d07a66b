"""Semaphores count the items and the room; who is let through after the close lets the next one through."""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.i = deque()
        self.c = False
        self.items = asyncio.Semaphore(0)
        self.room = asyncio.Semaphore(maxsize) if maxsize else None

    async def put(self, x):
        if self.c:
            raise QueueClosed
        if self.room:
            await self.room.acquire()
            if self.c:
                self.room.release()
                raise QueueClosed
        self.i.append(x)
        self.items.release()

    async def get(self):
        if self.c and not self.i:
            raise QueueClosed
        await self.items.acquire()
        if self.c and not self.i:
            self.items.release()
            raise QueueClosed
        x = self.i.popleft()
        if self.room:
            self.room.release()
        return x

    def close(self, *, immediate=False):
        self.c = True
        if immediate:
            self.i.clear()
        self.items.release()
        if self.room:
            self.room.release()

    async def __aiter__(self):
        try:
            while True:
                yield await self.get()
        except QueueClosed:
            pass
