"""Takes the newest item first.

verdict: failed
diagnosis: came in another order than that of
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
            self.news.clear()
            while self.items:
                yield self.items.pop()
            if self.closed:
                return
            await self.news.wait()


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
