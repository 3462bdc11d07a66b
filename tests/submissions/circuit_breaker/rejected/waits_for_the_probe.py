"""Lets the others wait for the probe.

verdict: failed
diagnosis: while the probe was under way, the other calls waited; they must be refused at once
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
        self.lock = asyncio.Lock()

    async def call(self, op):
        if self.deadline is None:
            return await self.attempt(op)
        async with self.lock:
            if self.deadline is not None and asyncio.get_running_loop().time() < self.deadline:
                raise CircuitOpen
            if self.deadline is None:
                raise CircuitOpen
            return await self.attempt(op)

    async def attempt(self, op):
        try:
            result = await op()
        except Exception:
            self.failed += 1
            if self.failed >= self.failures:
                self.deadline = asyncio.get_running_loop().time() + self.reset_after
            raise
        self.failed = 0
        self.deadline = None
        return result
