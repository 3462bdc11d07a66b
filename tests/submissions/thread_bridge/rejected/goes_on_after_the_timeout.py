"""Stops waiting and lets the coroutine go on.

verdict: failed
diagnosis: the coroutine went on without anybody waiting for it
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
    return asyncio.run_coroutine_threadsafe(coro, loop).result(seconds)
