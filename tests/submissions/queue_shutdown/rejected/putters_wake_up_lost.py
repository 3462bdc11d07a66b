"""The same for those who wait for room.

verdict: failed
diagnosis: the next one waited on although there was room
"""

import asyncio


class QueueClosed(Exception):
    pass


class ClosableQueue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.items = []
        self.putters = []
        self.closed = False
        self.changed = asyncio.Event()

    async def put(self, item):
        while 0 < self.maxsize <= len(self.items) and not self.closed:
            waiter = asyncio.get_running_loop().create_future()
            self.putters.append(waiter)
            await waiter
        if self.closed:
            raise QueueClosed
        self.items.append(item)
        self.tell_getters()

    async def get(self):
        while not self.items:
            if self.closed:
                raise QueueClosed
            await self.changed.wait()
        item = self.items.pop(0)
        self.wake_putter()
        return item

    def tell_getters(self):
        self.changed.set()
        self.changed = asyncio.Event()

    def wake_putter(self):
        while self.putters:
            waiter = self.putters.pop(0)
            if not waiter.done():
                waiter.set_result(None)
                return True
        return False

    def close(self, *, immediate=False):
        self.closed = True
        if immediate:
            self.items.clear()
        self.tell_getters()
        while self.wake_putter():
            pass

    async def __aiter__(self):
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item
