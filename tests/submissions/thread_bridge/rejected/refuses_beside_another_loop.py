"""Refuses on every thread that runs a loop, be it another one.

verdict: failed
diagnosis: runs an event loop, but not the one that it called
"""

import asyncio


class ThreadFeed:
    def __init__(self, loop):
        self._loop = loop
        self._q = asyncio.Queue()

    def push(self, item):
        self._loop.call_soon_threadsafe(self._q.put_nowait, (item,))

    def close(self):
        self._loop.call_soon_threadsafe(self._q.put_nowait, None)

    async def __aiter__(self):
        while (item := await self._q.get()) is not None:
            yield item[0]


def call_async(coro, loop, seconds):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        coro.close()
        raise RuntimeError("a loop runs here")
    f = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return f.result(seconds)
    except TimeoutError:
        f.cancel()
        raise
