"""Puts one sign on the queue and believes that every consumer sees it.

verdict: deadlock
diagnosis: 2 of 3 consumers wait for ever
"""

import asyncio


class QueueClosed(Exception):
    pass


END = object()


class ClosableQueue:
    def __init__(self, maxsize=0):
        self._queue = asyncio.Queue()
        self._room = asyncio.Semaphore(maxsize) if maxsize else None
        self._closed = False

    async def put(self, item):
        if self._closed:
            raise QueueClosed
        if self._room is not None:
            await self._room.acquire()
        if self._closed:
            self._room.release()
            raise QueueClosed
        self._queue.put_nowait(item)

    async def get(self):
        item = await self._queue.get()
        if self._room is not None:
            self._room.release()
        if item is END:
            raise QueueClosed
        return item

    def close(self, *, immediate=False):
        if immediate:
            while not self._queue.empty():
                self._queue.get_nowait()
        self._closed = True
        self._queue.put_nowait(END)
        if self._room is not None:
            self._room.release()

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
