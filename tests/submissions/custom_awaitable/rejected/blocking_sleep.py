"""Sleeps with the whole thread.

verdict: blocked
diagnosis: the event loop was blocked for
"""

import asyncio
import time


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        time.sleep(self.seconds)
        return self.value
        yield


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
