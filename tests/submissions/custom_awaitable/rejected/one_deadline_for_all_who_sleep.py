"""Whoever comes while somebody sleeps waits for the same timer.

verdict: failed
diagnosis: several tasks awaited the same Sleep, and each sleeps its full time, from its own `await`
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value
        self.over = None
        self.sleepers = 0

    def ring(self):
        over, self.over = self.over, None
        over.set_result(None)

    def __await__(self):
        if self.over is None:
            loop = asyncio.get_running_loop()
            self.over = loop.create_future()
            self.timer = loop.call_later(self.seconds, self.ring)
        self.sleepers += 1
        try:
            yield from asyncio.shield(self.over)
        finally:
            self.sleepers -= 1
            if not self.sleepers:
                self.timer.cancel()
                self.over = None
        return self.value


class OneShot:
    def __init__(self):
        self.is_set = False
        self.value = None
        self.waiters = []

    def set(self, value):
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
