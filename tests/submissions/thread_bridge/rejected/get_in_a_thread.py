"""Waits in a thread, which goes on waiting, and takes an item, when the consumer is cancelled.

verdict: failed
diagnosis: a waiting consumer was cancelled, and took along an item of the next one
"""

import asyncio
import queue

END = object()


class ThreadFeed:
    def __init__(self, loop):
        self.queue = queue.Queue()

    def push(self, item):
        self.queue.put(item)

    def close(self):
        self.push(END)

    async def __aiter__(self):
        while (item := await asyncio.to_thread(self.queue.get)) is not END:
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
