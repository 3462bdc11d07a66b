"""Sleeps in a thread of a pool, which has a few.

verdict: failed
diagnosis: any number of tasks may sleep at the same time
"""

import asyncio
import time


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        yield from asyncio.to_thread(time.sleep, self.seconds).__await__()
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

