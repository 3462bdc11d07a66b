"""Ends an iterator by `raise StopIteration(*value)`, of which only the first value arrives.

verdict: failed
diagnosis: a tuple was set, and `await` did not give that very value
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
        if self.is_set:
            raise RuntimeError("set already")
        self.is_set = True
        self.value = value
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)

    def __await__(self):
        return Waiting(self)


class Waiting:
    def __init__(self, shot):
        self.shot = shot
        self.inner = None

    def __iter__(self):
        return self

    def __next__(self):
        if self.inner is None and not self.shot.is_set:
            waiter = asyncio.get_running_loop().create_future()
            self.shot.waiters.append(waiter)
            self.inner = iter(waiter)
        if self.inner is not None:
            try:
                return next(self.inner)
            except StopIteration:
                pass
        value = self.shot.value
        raise StopIteration(*value) if isinstance(value, tuple) else StopIteration(value)
