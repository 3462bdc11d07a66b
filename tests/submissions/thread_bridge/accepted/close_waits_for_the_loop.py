"""push never waits, and close, on another thread, waits until the loop knows of it."""

import asyncio


class ThreadFeed:
    def __init__(self, loop):
        self._loop = loop
        self._q = asyncio.Queue()

    def push(self, item):
        self._loop.call_soon_threadsafe(self._q.put_nowait, (item,))

    def close(self):
        f = asyncio.run_coroutine_threadsafe(self._q.put(None), self._loop)
        if asyncio._get_running_loop() is not self._loop:
            f.result()

    async def __aiter__(self):
        while (item := await self._q.get()) is not None:
            yield item[0]
        self._q.put_nowait(None)


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
