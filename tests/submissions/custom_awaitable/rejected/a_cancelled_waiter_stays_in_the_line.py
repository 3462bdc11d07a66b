"""Keeps the futures of cancelled waiters, and trips over them.

verdict: deadlock
diagnosis: a waiter that is cancelled leaves a cancelled future behind
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
        self.waiters = []
        self.values = []

    def set(self, value):
        if self.values:
            raise RuntimeError
        for waiter in self.waiters:
            waiter.set_result(None)
        self.values.append(value)

    def __await__(self):
        if not self.values:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            yield from waiter
        return self.values[0]
