"""OneShot gives up one turn after the other until there is a value.

verdict: failed
diagnosis: a bare yield only gives up one turn
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
        self.values = []

    def set(self, value):
        if self.values:
            raise RuntimeError
        self.values.append(value)

    def __await__(self):
        while not self.values:
            yield
        return self.values[0]
