"""Takes only an OSError for a failure.

verdict: failed
diagnosis: 3 failures open it, for 4 s
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
        except OSError:
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
