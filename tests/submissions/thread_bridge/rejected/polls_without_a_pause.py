"""Looks in every turn of the loop whether there is something.

verdict: failed
diagnosis: the consumer polls: it looks for an item in every turn
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
        while True:
            try:
                item = self.queue.get_nowait()
            except queue.Empty:
                await asyncio.sleep(0)
                continue
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
