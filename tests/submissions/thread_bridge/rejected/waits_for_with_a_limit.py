"""Puts without waking the loop, and so looks again twice a second.

verdict: failed
diagnosis: the consumer polls: while it waited for an item, a timer was there
"""

import asyncio


class ThreadFeed:
    def __init__(self, loop):
        self.items = []
        self.closed = False

    def push(self, item):
        self.items.append(item)

    def close(self):
        self.closed = True

    async def __aiter__(self):
        while True:
            while self.items:
                yield self.items.pop(0)
            if self.closed:
                return
            try:
                await asyncio.wait_for(asyncio.Event().wait(), 0.5)
            except TimeoutError:
                pass


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
