"""Gives way once before it calls op."""

import asyncio
import time


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.n, self.reset, self.row, self.at, self.busy = failures, reset_after, 0, None, False

    async def call(self, op):
        probe = self.at is not None
        if probe:
            if self.busy or time.monotonic() - self.at < self.reset:
                raise CircuitOpen("no")
            self.busy = True
        try:
            await asyncio.sleep(0)
            r = await op()
        except Exception:
            self.row += 1
            if self.row >= self.n or probe:
                self.at = time.monotonic()
            raise
        else:
            self.row, self.at = 0, None
            return r
        finally:
            if probe:
                self.busy = False
