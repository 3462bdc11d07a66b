"""The state is a context manager, through which every call goes."""

import asyncio
import contextlib


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures, self.reset_after = failures, reset_after
        self.gate = self.closed
        self.row = 0

    async def call(self, op):
        with self.gate():
            return await op()

    @contextlib.contextmanager
    def closed(self):
        try:
            yield
        except Exception:
            if self.gate == self.closed:
                self.row += 1
                if self.row >= self.failures:
                    self.trip()
            raise
        else:
            if self.gate == self.closed:
                self.row = 0

    def trip(self):
        self.until = asyncio.get_running_loop().time() + self.reset_after
        self.gate = self.opened

    @contextlib.contextmanager
    def opened(self):
        if asyncio.get_running_loop().time() < self.until:
            raise CircuitOpen
        self.gate = self.probing
        try:
            yield
        except Exception:
            self.trip()
            raise
        except BaseException:
            self.gate = self.opened
            raise
        self.row, self.gate = 0, self.closed

    @contextlib.contextmanager
    def probing(self):
        raise CircuitOpen
        yield
