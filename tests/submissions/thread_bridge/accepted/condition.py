"""A condition of the loop, notified by a coroutine for each push."""

import asyncio


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.items = []
        self.closed = False
        self.changed = asyncio.Condition()

    def push(self, item):
        asyncio.run_coroutine_threadsafe(self.add([item], False), self.loop)

    def close(self):
        asyncio.run_coroutine_threadsafe(self.add([], True), self.loop)

    async def add(self, items, closed):
        async with self.changed:
            self.items += items
            self.closed = self.closed or closed
            self.changed.notify_all()

    async def __aiter__(self):
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: self.items or self.closed)
                if not self.items:
                    return
                item = self.items.pop(0)
            yield item


def call_async(coro, loop, seconds):
    try:
        running = asyncio.get_running_loop()
    except RuntimeError:
        running = None
    if running is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return future.result(seconds)
    except TimeoutError:
        future.cancel()
        raise
