"""Ends the queue with an exception that lies on it, so that an exception cannot be an item.

verdict: error
diagnosis: raised ValueError: an item
"""

import asyncio


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.q = asyncio.Queue()
        self.m = maxsize
        self.c = False
        self.ev = asyncio.Event()

    def tell(self):
        self.ev.set()
        self.ev = asyncio.Event()

    async def put(self, x):
        while not self.c and 0 < self.m <= self.q.qsize():
            await self.ev.wait()
        if self.c:
            raise QueueClosed
        self.q.put_nowait(x)

    async def get(self):
        x = await self.q.get()
        self.tell()
        if isinstance(x, Exception):
            self.q.put_nowait(x)
            raise x
        return x

    def close(self, *, immediate=False):
        if immediate:
            while not self.q.empty():
                self.q.get_nowait()
            self.c = False
        if not self.c:
            self.c = True
            self.q.put_nowait(QueueClosed())
        self.tell()

    async def __aiter__(self):
        try:
            while True:
                yield await self.get()
        except QueueClosed:
            pass
