"""Takes an item that is an exception for a failure of the thread.

verdict: failed
diagnosis: an item that was an exception was raised, and not given
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
            if isinstance(item, BaseException):
                raise item
            yield item
        self.queue.put_nowait(END)


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
