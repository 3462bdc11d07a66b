"""Keeps its state on the class.

verdict: failed
diagnosis: one breaker was open, and another one refused a call
"""

import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after

    failed = 0
    deadline = None
    probing = False

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
            CircuitBreaker.failed += 1
            if self.failed >= self.failures:
                CircuitBreaker.deadline = loop.time() + self.reset_after
            raise
        else:
            CircuitBreaker.failed = 0
            CircuitBreaker.deadline = None
            return result
        finally:
            if probe:
                self.probing = False
