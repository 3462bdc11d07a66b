"""Every push is a coroutine of the loop."""

import asyncio
import threading

END = object()


class ThreadFeed:
    def __init__(self, loop):
        self.loop = loop
        self.queue = asyncio.Queue()

    def push(self, item):
        asyncio.run_coroutine_threadsafe(self.queue.put(item), self.loop)

    def close(self):
        self.push(END)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.queue.get()
        if item is END:
            self.queue.put_nowait(END)
            raise StopAsyncIteration
        return item


def call_async(coro, loop, seconds):
    if threading.get_ident() == loop._thread_id:
        coro.close()
        raise RuntimeError("not on the loop's own thread")

    async def limited():
        async with asyncio.timeout(seconds):
            return await coro

    return asyncio.run_coroutine_threadsafe(limited(), loop).result()
