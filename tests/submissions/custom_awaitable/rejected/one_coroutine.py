"""Keeps one coroutine object for every await.

verdict: error
diagnosis: keeps one coroutine object, which can be awaited once
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.nap = self.go(seconds, value)

    async def go(self, seconds, value):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = loop.call_later(seconds, future.set_result, None)
        try:
            await future
        finally:
            timer.cancel()
        return value

    def __await__(self):
        return self.nap.__await__()


class OneShot:
    def __init__(self):
        self.event = asyncio.Event()

    def set(self, value):
        if self.event.is_set():
            raise RuntimeError("set twice")
        self.value = value
        self.event.set()

    def __await__(self):
        yield from self.event.wait().__await__()
        return self.value
