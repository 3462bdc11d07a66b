"""A line of futures for the getters and one for the putters; a waiter that is cancelled wakes the next."""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.items = deque()
        self.getters = deque()
        self.putters = deque()
        self.closed = False

    def __full(self):
        return 0 < self.maxsize <= len(self.items)

    @staticmethod
    def _wake(waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    async def _wait(self, waiters):
        waiter = asyncio.get_running_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter in waiters:
                waiters.remove(waiter)
            if not waiter.cancelled():
                self._wake(waiters)
            raise

    async def put(self, item):
        while self.__full() and not self.closed:
            await self._wait(self.putters)
        if self.closed:
            raise QueueClosed("put")
        self.items.append(item)
        self._wake(self.getters)

    async def get(self):
        while not self.items:
            if self.closed:
                raise QueueClosed("get")
            await self._wait(self.getters)
        item = self.items.popleft()
        self._wake(self.putters)
        return item

    def close(self, *, immediate=False):
        self.closed = True
        if immediate:
            self.items.clear()
        for waiters in (self.getters, self.putters):
            while waiters:
                self._wake(waiters)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.get()
        except QueueClosed:
            raise StopAsyncIteration from None
