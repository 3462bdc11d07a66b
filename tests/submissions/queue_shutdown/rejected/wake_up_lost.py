"""Wakes one waiter for each item; one that is woken and cancelled takes the wake-up with it.

verdict: failed
diagnosis: the next one waited on although an item was there
"""

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

    def _wake(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    async def _wait(self, waiters):
        waiter = asyncio.get_running_loop().create_future()
        waiters.append(waiter)
        await waiter

    async def put(self, item):
        while 0 < self.maxsize <= len(self.items) and not self.closed:
            await self._wait(self.putters)
        if self.closed:
            raise QueueClosed
        self.items.append(item)
        self._wake(self.getters)

    async def get(self):
        while not self.items:
            if self.closed:
                raise QueueClosed
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

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
