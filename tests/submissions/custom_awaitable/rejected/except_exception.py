"""Takes CancelledError for an Exception, and leaves the timer.

verdict: failed
diagnosis: but its timer will still fire
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = loop.call_later(self.seconds, lambda: future.done() or future.set_result(None))
        try:
            yield from future
        except Exception:
            timer.cancel()
            raise
        return self.value


class OneShot:
    def __init__(self):
        self.event = asyncio.Event()

    def set(self, value):
        if self.event.is_set():
            raise RuntimeError("set twice")
        self.value = value
        self.event.set()

    def __await__(self):
        yield from self.event.wait().__await__()
        return self.value
