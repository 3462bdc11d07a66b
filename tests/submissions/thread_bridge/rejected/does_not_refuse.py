"""Waits on any thread.

verdict: failed
diagnosis: call_async waited on the event loop's own thread for something that only this thread could have
    done
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
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return future.result(seconds)
    except TimeoutError:
        future.cancel()
        raise
