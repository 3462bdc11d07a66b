"""A private object ends the queue; each get that meets it puts it back. A bell tells the putters."""

import asyncio


class QueueClosed(Exception):
    pass


END = object()


class ClosableQueue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._queue = asyncio.Queue()
        self._closed = False
        self._bell = asyncio.Event()

    async def put(self, item):
        while not self._closed and 0 < self._maxsize <= self._queue.qsize():
            self._bell.clear()
            await self._bell.wait()
        if self._closed:
            raise QueueClosed
        self._queue.put_nowait(item)

    async def get(self):
        item = await self._queue.get()
        if item is END:
            self._queue.put_nowait(END)
            raise QueueClosed
        self._bell.set()
        return item

    def close(self, *, immediate=False):
        if immediate:
            while not self._queue.empty():
                self._queue.get_nowait()
        if immediate or not self._closed:
            self._queue.put_nowait(END)
        self._closed = True
        self._bell.set()

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.get()
        except QueueClosed:
            raise StopAsyncIteration from None
