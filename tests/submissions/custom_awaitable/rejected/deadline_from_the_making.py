"""Reckons its deadline when the object is made.

verdict: failed
diagnosis: the time ran from the making of the Sleep
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.value = value
        self.deadline = asyncio.get_running_loop().time() + seconds

    def __await__(self):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = loop.call_at(self.deadline, future.set_result, None)
        try:
            yield from future
        finally:
            timer.cancel()
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
