"""Sets a flag on close, which nobody who waits hears of.

verdict: failed
diagnosis: the feed was closed, and the consumer went on waiting
"""

import asyncio


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.queue = asyncio.Queue()
        self.closed = False

    def push(self, item):
        self.loop.call_soon_threadsafe(self.queue.put_nowait, item)

    def close(self):
        self.closed = True

    async def __aiter__(self):
        while not self.closed or not self.queue.empty():
            yield await self.queue.get()


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
