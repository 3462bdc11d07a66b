"""Sleep is right; OneShot has an `async def __await__`.

verdict: error
diagnosis: __await__ gave a coroutine object
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
        self.event = asyncio.Event()

    def set(self, value):
        if self.event.is_set():
            raise RuntimeError
        self.value = value
        self.event.set()

    async def __await__(self):
        await self.event.wait()
        return self.value
