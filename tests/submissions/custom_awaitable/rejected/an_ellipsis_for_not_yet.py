"""Keeps `...` for as long as nothing has been set.

verdict: failed
diagnosis: Ellipsis was set, and `await` did not give that very value
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
        self.value = ...
        self.waiters = []

    def set(self, value):
        if self.value is not ...:
            raise RuntimeError("set already")
        self.value = value
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)

    def __await__(self):
        if self.value is ...:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            yield from waiter
        return self.value
