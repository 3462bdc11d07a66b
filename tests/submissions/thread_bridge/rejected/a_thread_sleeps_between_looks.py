"""Polls without a timer: a thread sleeps between two looks.

verdict: failed
diagnosis: the event loop was woken again and again
"""

import asyncio
import queue
import time


class ThreadFeed:
    """Polls with a thread that wakes the loop every few ms, so there is no timer on the loop."""

    def __init__(self, loop):
        self._loop = loop
        self._q = queue.SimpleQueue()
        self._closed = False

    def push(self, item):
        self._q.put((item,))

    def close(self):
        self._q.put(None)

    async def __aiter__(self):
        while True:
            try:
                item = self._q.get_nowait()
            except queue.Empty:
                await asyncio.to_thread(time.sleep, 0.05)
                continue
            if item is None:
                return
            yield item[0]


def call_async(coro, loop, seconds):
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("own thread")
    f = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return f.result(seconds)
    except TimeoutError:
        f.cancel()
        raise
