"""A task for each wait, which is cancelled and awaited with it; and a OneShot that is one future wide."""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        return asyncio.create_task(self.nap()).__await__()

    async def nap(self):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = loop.call_later(self.seconds, lambda: future.done() or future.set_result(None))
        try:
            await future
        finally:
            timer.cancel()
        return self.value


class OneShot:
    def __init__(self):
        self.queue = asyncio.Queue()
        self.is_set = False

    def set(self, value):
        if self.is_set:
            raise RuntimeError("set twice")
        self.is_set = True
        self.queue.put_nowait(value)

    def __await__(self):
        value = yield from self.queue.get().__await__()
        self.queue.put_nowait(value)
        return value
