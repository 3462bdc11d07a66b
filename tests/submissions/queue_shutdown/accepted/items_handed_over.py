"""Each get and each put waits for a future of its own; a get that is cancelled gives back what it was handed."""

import asyncio
from collections import deque
from contextlib import suppress


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.m = maxsize
        self.i = deque()
        self.c = False
        self.g = deque()
        self.p = deque()

    def _settle(self):
        while self.i and self.g:
            f = self.g.popleft()
            if not f.done():
                f.set_result(self.i.popleft())
        while self.p and (self.m < 1 or len(self.i) < self.m):
            f, x = self.p.popleft()
            if f.done():
                continue
            f.set_result(None)
            self.i.append(x)
            while self.i and self.g:
                h = self.g.popleft()
                if not h.done():
                    h.set_result(self.i.popleft())
        if self.c:
            for f, _ in self.p:
                f.done() or f.set_exception(QueueClosed())
            self.p.clear()
            if not self.i:
                for f in self.g:
                    f.done() or f.set_exception(QueueClosed())
                self.g.clear()

    async def put(self, x):
        if self.c:
            raise QueueClosed
        f = asyncio.get_running_loop().create_future()
        self.p.append((f, x))
        self._settle()
        await f

    async def get(self):
        if self.c and not self.i:
            raise QueueClosed
        f = asyncio.get_running_loop().create_future()
        self.g.append(f)
        self._settle()
        try:
            return await f
        except asyncio.CancelledError:
            if f.done() and not f.cancelled() and not f.exception():
                self.i.appendleft(f.result())
                self._settle()
            raise

    def close(self, *, immediate=False):
        if immediate:
            self.i.clear()
        if not self.c:
            self.c = True
            for f, _ in self.p:
                f.done() or f.set_exception(QueueClosed())
            self.p.clear()
        self._settle()

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.get()
        except QueueClosed:
            raise StopAsyncIteration
