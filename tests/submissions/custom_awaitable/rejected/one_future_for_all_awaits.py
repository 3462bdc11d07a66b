"""Keeps the future of its first await.

verdict: failed
diagnosis: takes its full time each time
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value
        self.future = None

    def __await__(self):
        loop = asyncio.get_running_loop()
        if self.future is None:
            self.future = loop.create_future()
            self.timer = loop.call_later(self.seconds, self.wake)
        try:
            yield from self.future
        finally:
            self.timer.cancel()
        return self.value

    def wake(self):
        if not self.future.done():
            self.future.set_result(None)


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
