"""Remembers the latest waiter and forgets the others.

verdict: deadlock
diagnosis: did not hear of set, and
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
        self.waiter = None
        self.values = []

    def set(self, value):
        if self.values:
            raise RuntimeError
        self.values.append(value)
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)

    def __await__(self):
        if not self.values:
            self.waiter = asyncio.get_running_loop().create_future()
            yield from self.waiter
        return self.values[0]
