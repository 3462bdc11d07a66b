"""A queue of threads keeps the items, and a semaphore of the loop counts them."""

import asyncio
import queue


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.items = queue.SimpleQueue()
        self.count = asyncio.Semaphore(0)
        self.end = object()

    def push(self, item):
        self.items.put(item)
        self.loop.call_soon_threadsafe(self.count.release)

    def close(self):
        self.push(self.end)

    async def __aiter__(self):
        while True:
            await self.count.acquire()
            item = self.items.get_nowait()
            if item is self.end:
                self.close()
                return
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
