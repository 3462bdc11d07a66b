"""A generator-based coroutine, and a turn for the others even when there is nothing to wait for."""

import asyncio
import types


@types.coroutine
def until(future):
    return (yield from future)


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        timer = loop.call_at(loop.time() + self.seconds, future.set_result, None)
        try:
            yield
            yield from until(future)
        except BaseException:
            timer.cancel()
            raise
        return self.value


class OneShot:
    def __init__(self):
        self.callbacks = {}
        self.value = self

    def set(self, value):
        if self.value is not self:
            raise RuntimeError
        self.value = value
        for future in list(self.callbacks):
            asyncio.get_running_loop().call_soon(self.wake, future)

    def wake(self, future):
        if not future.cancelled():
            future.set_result(None)

    def __await__(self):
        yield
        if self.value is self:
            future = asyncio.get_running_loop().create_future()
            self.callbacks[future] = None
            try:
                yield from future
            finally:
                del self.callbacks[future]
        return self.value
