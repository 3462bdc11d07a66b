"""Gets in a task of its own beside the close; when the caller is cancelled, the item stays in that task.

verdict: leaked
diagnosis: a get was cancelled, and the item that was put at that moment is lost
"""

import asyncio


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self._queue = asyncio.Queue(maxsize)
        self._over = asyncio.Event()

    async def _or_over(self, work):
        work = asyncio.create_task(work)
        over = asyncio.create_task(self._over.wait())
        await asyncio.wait({work, over}, return_when=asyncio.FIRST_COMPLETED)
        over.cancel()
        if work.done():
            return work.result()
        work.cancel()
        raise QueueClosed

    async def put(self, item):
        if self._over.is_set():
            raise QueueClosed
        await self._or_over(self._queue.put(item))

    async def get(self):
        if not self._queue.empty():
            return self._queue.get_nowait()
        if self._over.is_set():
            raise QueueClosed
        return await self._or_over(self._queue.get())

    def close(self, *, immediate=False):
        self._over.set()
        while immediate and not self._queue.empty():
            self._queue.get_nowait()

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
