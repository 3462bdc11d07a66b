"""Counts the time from the first failure.

verdict: failed
diagnosis: it stays open for 4 s from
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

    async def call(self, op):
        loop = asyncio.get_running_loop()
        probe = self.deadline is not None
        if probe:
            if self.probing or loop.time() < self.deadline:
                raise CircuitOpen
            self.probing = True
        try:
            result = await op()
        except Exception:
            self.failed += 1
            if self.failed == 1 or self.failed > self.failures:
                self.first = loop.time()
            if self.failed >= self.failures:
                self.deadline = self.first + self.reset_after
            raise
        else:
            self.failed = 0
            self.deadline = None
            return result
        finally:
            if probe:
                self.probing = False
