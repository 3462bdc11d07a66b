"""A second set is let through where the value is equal to the first.

verdict: failed
diagnosis: None was set, and then None again: the second set must raise
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        loop = asyncio.get_running_loop()
        over = loop.create_future()
        timer = loop.call_later(self.seconds, lambda: over.done() or over.set_result(None))
        try:
            yield from over
        finally:
            timer.cancel()
        return self.value


class OneShot:
    def __init__(self):
        self.is_set = False
        self.value = None
        self.waiters = []

    def set(self, value):
        if self.is_set and self.value == value:
            return
        if self.is_set:
            raise RuntimeError("set already")
        self.is_set = True
        self.value = value
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)

    def __await__(self):
        if not self.is_set:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            yield from waiter
        return self.value
