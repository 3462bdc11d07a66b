"""Runs op as a task of its own and looks at how it ended."""

import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after
        self.row = 0
        self.until = 0
        self.probe = None

    async def call(self, op):
        loop = asyncio.get_running_loop()
        half_open = self.row >= self.failures
        if half_open and (self.probe or loop.time() < self.until):
            raise CircuitOpen
        task = asyncio.ensure_future(op())
        if half_open:
            self.probe = task
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait({task})
            raise
        finally:
            if half_open:
                self.probe = None
        if not task.cancelled() and task.exception():
            self.row += 1
            self.until = loop.time() + self.reset_after
        elif not task.cancelled():
            self.row = 0
        return task.result()
