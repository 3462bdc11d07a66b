"""Takes the value out of a queue, for one waiter.

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
        self.queue = asyncio.Queue()
        self.is_set = False

    def set(self, value):
        if self.is_set:
            raise RuntimeError
        self.is_set = True
        self.queue.put_nowait(value)

    def __await__(self):
        return (yield from self.queue.get().__await__())
