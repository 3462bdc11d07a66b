"""Takes the new value, and then raises.

verdict: failed
diagnosis: the first value stays
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

    def set(self, value):
        self.value = value
        if self.event.is_set():
            raise RuntimeError
        self.event.set()

    def __await__(self):
        yield from self.event.wait().__await__()
        return self.value
