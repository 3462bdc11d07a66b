"""Tells only those of the close who still wait; a put that was woken just before adds its item.

verdict: failed
diagnosis: a put that had been waiting added it to the closed queue
"""

import asyncio
from collections import deque


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters, self._queue = deque(), deque(), deque()
        self._shut = False

    def _full(self):
        return self._maxsize > 0 and len(self._queue) >= self._maxsize

    @staticmethod
    def _wakeup(waiters):
        while waiters:
            w = waiters.popleft()
            if not w.done():
                w.set_result(None)
                break

    async def put(self, item):
        if self._shut:
            raise QueueClosed
        while self._full():
            if self._shut:
                raise QueueClosed
            putter = asyncio.get_running_loop().create_future()
            self._putters.append(putter)
            try:
                await putter
            except BaseException:
                putter.cancel()
                if putter in self._putters:
                    self._putters.remove(putter)
                if not self._full() and not putter.cancelled():
                    self._wakeup(self._putters)
                raise
            if putter.result() == "closed":
                raise QueueClosed
        self._queue.append(item)
        self._wakeup(self._getters)

    async def get(self):
        while not self._queue:
            if self._shut:
                raise QueueClosed
            getter = asyncio.get_running_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            except BaseException:
                getter.cancel()
                if getter in self._getters:
                    self._getters.remove(getter)
                if self._queue and not getter.cancelled():
                    self._wakeup(self._getters)
                raise
        item = self._queue.popleft()
        self._wakeup(self._putters)
        return item

    def close(self, *, immediate=False):
        self._shut = True
        if immediate:
            self._queue.clear()
        while self._getters:
            self._wakeup(self._getters)
        while self._putters:
            w = self._putters.popleft()
            if not w.done():
                w.set_result("closed")

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.get()
        except QueueClosed:
            raise StopAsyncIteration from None
