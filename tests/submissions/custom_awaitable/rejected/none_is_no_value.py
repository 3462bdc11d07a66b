"""Knows by the value whether it is set.

verdict: deadlock
diagnosis: any value may be set
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
        self.value = None
        self.waiters = []

    def set(self, value):
        if self.value is not None:
            raise RuntimeError
        self.value = value
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)

    def __await__(self):
        if self.value is None:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            yield from waiter
        return self.value
