"""`__await__` is a plain function that hands back another awaitable's iterator."""

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
        self.waiters = set()
        self.values = []

    def set(self, value):
        if self.values:
            raise asyncio.InvalidStateError
        self.values.append(value)
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(value)
        self.waiters.clear()

    def __await__(self):
        future = asyncio.get_running_loop().create_future()
        if self.values:
            future.set_result(self.values[0])
        else:
            self.waiters.add(future)
            future.add_done_callback(self.waiters.discard)
        return future.__await__()
