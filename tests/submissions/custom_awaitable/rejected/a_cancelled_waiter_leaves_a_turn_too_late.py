"""Takes a cancelled waiter out of the line by a done callback, which comes a turn too late.

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

        def wake():
            if not future.done():
                future.set_result(self.value)

        timer = loop.call_later(self.seconds, wake)
        future.add_done_callback(lambda done: timer.cancel())
        return future.__await__()


class OneShot:
    def __init__(self):
        self.waiters = {}
        self.values = []

    def set(self, value):
        if self.values:
            raise asyncio.InvalidStateError
        self.values.append(value)
        for waiter in self.waiters:
            waiter.set_result(value)
        self.waiters.clear()

    def __await__(self):
        future = asyncio.get_running_loop().create_future()
        if self.values:
            future.set_result(self.values[0])
        else:
            self.waiters[future] = None
            future.add_done_callback(lambda done: self.waiters.pop(done, None))
        return future.__await__()
