"""Wakes those who wait, and leaves nothing for those who come later.

verdict: deadlock
diagnosis: came after set, and waits for ever
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
        self.is_set = False

    def set(self, value):
        if self.is_set:
            raise RuntimeError
        self.is_set = True
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(value)

    def __await__(self):
        waiter = asyncio.get_running_loop().create_future()
        self.waiters.append(waiter)
        return (yield from waiter)
