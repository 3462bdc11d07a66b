"""Gives the queue a size.

verdict: failed
diagnosis: push found a queue that was full
"""

import asyncio
import queue

END = object()


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.queue = queue.Queue(2)
        self.count = asyncio.Semaphore(0)

    def push(self, item):
        self.queue.put_nowait(item)
        self.loop.call_soon_threadsafe(self.count.release)

    def close(self):
        self.push(END)

    async def __aiter__(self):
        while True:
            await self.count.acquire()
            item = self.queue.get_nowait()
            if item is END:
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
