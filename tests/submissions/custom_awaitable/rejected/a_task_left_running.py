"""Waits behind a shield for a task that nobody ends.

verdict: leaked
diagnosis: a task of the answer's own went on
"""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    async def nap(self):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = loop.call_later(self.seconds, future.set_result, None)
        try:
            await future
        finally:
            timer.cancel()
        return self.value

    def __await__(self):
        return asyncio.shield(asyncio.create_task(self.nap())).__await__()


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
