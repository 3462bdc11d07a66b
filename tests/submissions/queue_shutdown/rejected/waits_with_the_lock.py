"""Waits for an item with a lock in its hand that every put needs.

verdict: deadlock
diagnosis: whoever waited kept a lock
"""

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
        self.l = asyncio.Lock()

    def tell(self):
        self.ev.set()
        self.ev = asyncio.Event()

    async def put(self, x):
        async with self.l:
            while not self.c and 0 < self.m <= len(self.i):
                await self.ev.wait()
            if self.c:
                raise QueueClosed
            self.i.append(x)
            self.tell()

    async def get(self):
        async with self.l:
            while not self.i and not self.c:
                await self.ev.wait()
            if not self.i:
                raise QueueClosed
            x = self.i.popleft()
            self.tell()
            return x

    def close(self, *, immediate=False):
        self.c = True
        if immediate:
            self.i.clear()
        self.tell()

    async def __aiter__(self):
        try:
            while True:
                yield await self.get()
        except QueueClosed:
            pass
