"""Keeps a future for each task, and one that was cancelled stays.

verdict: failed
diagnosis: given up and awaited again by the same task
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value
        self.naps = {}

    def __await__(self):
        loop = asyncio.get_running_loop()
        me = asyncio.current_task()
        nap = self.naps.setdefault(me, loop.create_future())
        timer = loop.call_later(self.seconds, lambda: nap.done() or nap.set_result(None))
        try:
            yield from nap
            del self.naps[me]
        finally:
            timer.cancel()
        return self.value


class OneShot:
    def __init__(self):
        self.event = asyncio.Event()

    def set(self, value):
        if self.event.is_set():
            raise RuntimeError("set already")
        self.value = value
        self.event.set()

    def __await__(self):
        yield from self.event.wait().__await__()
        return self.value

