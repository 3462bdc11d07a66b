"""Forgets the failures whenever op has not raised an Exception.

verdict: failed
diagnosis: a cancelled call is no failure, and no success either
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
        failed = False
        try:
            return await op()
        except Exception:
            failed = True
            raise
        finally:
            if probe:
                self.probing = False
            if failed:
                self.failed += 1
                if self.failed >= self.failures:
                    self.deadline = loop.time() + self.reset_after
            else:
                self.failed = 0
                self.deadline = None
