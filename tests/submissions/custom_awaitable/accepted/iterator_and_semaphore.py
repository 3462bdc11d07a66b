"""An iterator class with send and throw, which plays a future's part; and a semaphore that is handed on."""

import asyncio


class Nap:
    def __init__(self, seconds, value):
        self.seconds = seconds
        self.value = value
        self.over = None

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, _):
        if self.over is not None:
            raise StopIteration(self.value)
        loop = asyncio.get_running_loop()
        self.over = loop.create_future()
        self.timer = loop.call_at(loop.time() + self.seconds, self.wake)
        self.over._asyncio_future_blocking = True
        return self.over

    def wake(self):
        if not self.over.done():
            self.over.set_result(None)

    def throw(self, *error):
        self.close()
        raise error[-1] if isinstance(error[-1], BaseException) else error[0]

    def close(self):
        if self.over is not None:
            self.timer.cancel()


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        return Nap(self.seconds, self.value)


class OneShot:
    def __init__(self):
        self.gate = asyncio.Semaphore(0)
        self.box = []

    def set(self, value):
        if self.box:
            raise RuntimeError("set already")
        self.box.append(value)
        self.gate.release()

    async def wait(self):
        async with self.gate:
            return self.box[0]

    def __await__(self):
        return self.wait().__await__()
