"""A time limit on something that never comes, and a future that is shielded from its waiters."""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        return self._go().__await__()

    async def _go(self):
        try:
            async with asyncio.timeout(self.seconds) as limit:
                await asyncio.get_running_loop().create_future()
        except TimeoutError:
            if not limit.expired():
                raise
        return self.value


class OneShot:
    def __init__(self):
        self.future = asyncio.get_running_loop().create_future()

    def set(self, value):
        self.future.set_result(value)

    def __await__(self):
        return asyncio.shield(self.future).__await__()
