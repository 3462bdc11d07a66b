"""Looks ten times a second, which nobody sees where all times are tenths.

verdict: failed
diagnosis: a get that waits looked again and again
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

    async def put(self, x):
        while not self.c and 0 < self.m <= len(self.i):
            await asyncio.sleep(0.1)
        if self.c:
            raise QueueClosed
        self.i.append(x)

    async def get(self):
        while not self.i and not self.c:
            await asyncio.sleep(0.1)
        if not self.i:
            raise QueueClosed
        return self.i.popleft()

    def close(self, *, immediate=False):
        self.c = True
        if immediate:
            self.i.clear()

    async def __aiter__(self):
        try:
            while True:
                yield await self.get()
        except QueueClosed:
            pass
