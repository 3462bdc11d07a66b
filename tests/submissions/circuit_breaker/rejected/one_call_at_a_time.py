"""Puts a lock around everything, so that the count is right.

verdict: failed
diagnosis: the breaker was closed, and one call waited for another
"""

import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after
        self.failed = 0
        self.deadline = None
        self.probing = False
        self.lock = asyncio.Lock()

    async def call(self, op):
        loop = asyncio.get_running_loop()
        probe = self.deadline is not None
        if probe:
            if self.probing or loop.time() < self.deadline:
                raise CircuitOpen
            self.probing = True
        try:
            async with self.lock:
                result = await op()
        except Exception:
            self.failed += 1
            if self.failed >= self.failures:
                self.deadline = loop.time() + self.reset_after
            raise
        else:
            self.failed = 0
            self.deadline = None
            return result
        finally:
            if probe:
                self.probing = False
