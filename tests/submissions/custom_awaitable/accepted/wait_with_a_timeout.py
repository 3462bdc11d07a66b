"""asyncio.wait with a timeout; and asyncio.wait for a shared future, which it leaves alone."""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        never = asyncio.get_running_loop().create_future()
        yield from asyncio.wait([never], timeout=self.seconds).__await__()
        return self.value


class OneShot:
    def __init__(self):
        self.future = asyncio.Future()

    def set(self, value):
        self.future.set_result((value,))

    def __await__(self):
        yield from asyncio.wait([self.future]).__await__()
        return self.future.result()[0]
