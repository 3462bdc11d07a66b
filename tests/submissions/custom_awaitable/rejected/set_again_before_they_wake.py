"""Refuses a second value only when somebody has had the first.

verdict: failed
diagnosis: even if nobody has had the first value yet
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
            return (yield from future)
        finally:
            timer.cancel()


class OneShot:
    def __init__(self):
        self.event = asyncio.Event()
        self.taken = False

    def set(self, value):
        if self.taken:
            raise RuntimeError
        self.value = value
        self.event.set()

    def __await__(self):
        yield from self.event.wait().__await__()
        self.taken = True
        return self.value
