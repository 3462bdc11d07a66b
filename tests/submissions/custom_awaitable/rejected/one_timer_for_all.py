"""Keeps the timer in the object, where the next await replaces it.

verdict: deadlock
diagnosis: several tasks awaited the same Sleep
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        loop = asyncio.get_running_loop()
        over = loop.create_future()
        self.timer = loop.call_later(self.seconds, lambda: over.done() or over.set_result(None))
        try:
            yield from over
        finally:
            self.timer.cancel()
        return self.value


class OneShot:
    def __init__(self):
        self.event = asyncio.Event()

    def set(self, value):
        if self.event.is_set():
            raise RuntimeError("set already")
        self.value = value
        self.event.set()

    def __await__(self):
        yield from self.event.wait().__await__()
        return self.value

