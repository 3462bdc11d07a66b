"""Forgets that an `await` has a value.

verdict: failed
diagnosis: the value of the `await` is what __await__ returns at its end
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = loop.call_later(self.seconds, future.set_result, self.value)
        try:
            yield from future
        finally:
            timer.cancel()


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
