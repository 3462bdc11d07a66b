"""Takes Queue.shutdown where Python has it, and builds the same on asyncio.Queue where it has not."""

import asyncio


class QueueClosed(Exception):
    pass


if hasattr(asyncio.Queue, "shutdown"):

    class ClosableQueue:
        def __init__(self, maxsize=0):
            self._queue = asyncio.Queue(maxsize)

        async def put(self, item):
            try:
                await self._queue.put(item)
            except asyncio.QueueShutDown:
                raise QueueClosed from None

        async def get(self):
            try:
                return await self._queue.get()
            except asyncio.QueueShutDown:
                raise QueueClosed from None

        def close(self, *, immediate=False):
            self._queue.shutdown(immediate)

        async def __aiter__(self):
            while True:
                try:
                    item = await self.get()
                except QueueClosed:
                    return
                yield item

else:

    class ClosableQueue(asyncio.Queue):
        _closed = False

        async def put(self, item):
            while self.full() and not self._closed:
                putter = self._get_loop().create_future()
                self._putters.append(putter)
                try:
                    await putter
                except BaseException:
                    putter.cancel()
                    if putter in self._putters:
                        self._putters.remove(putter)
                    if not self.full() and not putter.cancelled():
                        self._wakeup_next(self._putters)
                    raise
            if self._closed:
                raise QueueClosed
            self.put_nowait(item)

        async def get(self):
            while self.empty() and not self._closed:
                getter = self._get_loop().create_future()
                self._getters.append(getter)
                try:
                    await getter
                except BaseException:
                    getter.cancel()
                    if getter in self._getters:
                        self._getters.remove(getter)
                    if not self.empty() and not getter.cancelled():
                        self._wakeup_next(self._getters)
                    raise
            if self.empty():
                raise QueueClosed
            return self.get_nowait()

        def close(self, *, immediate=False):
            self._closed = True
            if immediate:
                self._queue.clear()
            for waiters in (self._getters, self._putters):
                while waiters:
                    self._wakeup_next(waiters)

        async def __aiter__(self):
            while True:
                try:
                    item = await self.get()
                except QueueClosed:
                    return
                yield item
