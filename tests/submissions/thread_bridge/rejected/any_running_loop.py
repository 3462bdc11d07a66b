"""Awaits nothing, and calls run_until_complete on the running loop.

verdict: error
diagnosis: This event loop is already running
"""

import asyncio

END = object()


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.queue = asyncio.Queue()

    def push(self, item):
        self.loop.call_soon_threadsafe(self.queue.put_nowait, item)

    def close(self):
        self.push(END)

    async def __aiter__(self):
        while (item := await self.queue.get()) is not END:
            yield item


def call_async(coro, loop, seconds):
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("not on the loop's own thread")
    try:
        return loop.run_until_complete(coro)
    finally:
        coro.close()
