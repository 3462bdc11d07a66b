"""Ends at once when it is closed, whatever is still to be given.

verdict: failed
diagnosis: never reached the consumer
"""

import asyncio


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.items = []
        self.closed = False
        self.news = asyncio.Event()

    def push(self, item):
        self.items.append(item)
        self.loop.call_soon_threadsafe(self.news.set)

    def close(self):
        self.closed = True
        self.loop.call_soon_threadsafe(self.news.set)

    async def __aiter__(self):
        while True:
            await self.news.wait()
            if self.closed:
                return
            self.news.clear()
            if self.items:
                yield self.items.pop(0)
                self.news.set()


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
