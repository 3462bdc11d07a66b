"""An inner `async def` does the work, and its coroutine object is an iterator's source."""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        return self._go().__await__()

    async def _go(self):
        over = asyncio.Event()
        timer = asyncio.get_running_loop().call_later(self.seconds, over.set)
        try:
            await over.wait()
        finally:
            timer.cancel()
        return self.value


class OneShot:
    def __init__(self):
        self.condition = asyncio.Event()
        self.box = ()

    def set(self, value):
        if self.box:
            raise ValueError("this OneShot has its value")
        self.box = (value,)
        self.condition.set()

    def __await__(self):
        return self._go().__await__()

    async def _go(self):
        while not self.box:
            await self.condition.wait()
        return self.box[0]
