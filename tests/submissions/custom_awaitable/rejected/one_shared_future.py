"""All waiters wait for the same future.

verdict: failed
diagnosis: Ann was cancelled, and the others with it
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
        self.future = asyncio.get_running_loop().create_future()

    def set(self, value):
        if self.future.cancelled():
            return
        self.future.set_result(value)

    def __await__(self):
        return self.future.__await__()
