"""An iterator class that hands the future up by hand, as futures themselves do."""

import asyncio


class Sleep:
    def __init__(self, seconds, value=None):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        return Nap(self.seconds, self.value)


class Nap:
    def __init__(self, seconds, value):
        self.value = value
        loop = asyncio.get_running_loop()
        self.future = loop.create_future()
        self.timer = loop.call_later(seconds, self.wake)
        self.handed_up = False

    def wake(self):
        if not self.future.done():
            self.future.set_result(None)

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, nothing):
        if self.handed_up:
            raise StopIteration(self.value)
        self.handed_up = True
        self.future._asyncio_future_blocking = True
        return self.future

    def throw(self, error, *rest):
        self.timer.cancel()
        raise error

    def close(self):
        self.timer.cancel()


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
