"""Starts the timer when the object is made.

verdict: failed
diagnosis: the time ran from the making of the Sleep
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.value = value
        self.loop = asyncio.get_running_loop()
        self.future = self.loop.create_future()
        self.timer = self.loop.call_later(seconds, self.wake)

    def wake(self):
        if not self.future.done():
            self.future.set_result(None)

    def __await__(self):
        try:
            yield from self.future
        finally:
            self.timer.cancel()
        return self.value


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
