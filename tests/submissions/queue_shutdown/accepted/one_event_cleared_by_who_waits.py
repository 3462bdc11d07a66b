"""One event, which is cleared by whoever is about to wait and set by whoever changes something."""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.m = maxsize
        self.i = deque()
        self.c = False
        self.ev = asyncio.Event()

    async def put(self, x):
        while not self.c and 0 < self.m <= len(self.i):
            self.ev.clear()
            await self.ev.wait()
        if self.c:
            raise QueueClosed
        self.i.append(x)
        self.ev.set()

    async def get(self):
        while not self.i and not self.c:
            self.ev.clear()
            await self.ev.wait()
        if not self.i:
            raise QueueClosed
        x = self.i.popleft()
        self.ev.set()
        return x

    def close(self, *, immediate=False):
        self.c = True
        if immediate:
            self.i.clear()
        self.ev.set()

    async def __aiter__(self):
        try:
            while True:
                yield await self.get()
        except QueueClosed:
            pass
