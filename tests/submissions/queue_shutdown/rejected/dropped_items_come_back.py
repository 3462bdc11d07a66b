"""Keeps in mind how it was closed the last time, and drops nothing.

verdict: failed
diagnosis: close() brought back what close(immediate=True) had dropped
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
        self.now = False
        self.ev = asyncio.Event()

    def tell(self):
        self.ev.set()
        self.ev = asyncio.Event()

    async def put(self, x):
        while not self.c and 0 < self.m <= len(self.i):
            await self.ev.wait()
        if self.c:
            raise QueueClosed
        self.i.append(x)
        self.tell()

    async def get(self):
        while not self.i and not self.c:
            await self.ev.wait()
        if not self.i or self.now:
            raise QueueClosed
        x = self.i.popleft()
        self.tell()
        return x

    def close(self, *, immediate=False):
        self.c = True
        self.now = immediate
        self.tell()

    async def __aiter__(self):
        try:
            while True:
                yield await self.get()
        except QueueClosed:
            pass
