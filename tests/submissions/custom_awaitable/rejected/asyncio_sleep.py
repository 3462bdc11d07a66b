"""Lets asyncio.sleep do it.

verdict: failed
diagnosis: it is asyncio.sleep that sleeps here
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        return asyncio.sleep(self.seconds, self.value).__await__()


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
