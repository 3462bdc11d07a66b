"""Gives an item to the one who waits, who may be cancelled before it wakes.

verdict: failed
diagnosis: the item went along with the one who was cancelled
"""

import asyncio
from collections import deque

END = object()


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.items = deque()
        self.waiter = None

    def push(self, item):
        self.loop.call_soon_threadsafe(self.give, item)

    def close(self):
        self.push(END)

    def give(self, item):
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(item)
        else:
            self.items.append(item)

    async def __aiter__(self):
        while True:
            if self.items:
                item = self.items.popleft()
            else:
                self.waiter = self.loop.create_future()
                item = await self.waiter
            if item is END:
                self.items.append(END)
                return
            yield item


def call_async(coro, loop, seconds):
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return future.result(seconds)
    except TimeoutError:
        future.cancel()
        raise
