"""The probe holds a lock; whoever finds it held is refused."""

import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after
        self.row = 0
        self.until = 0
        self.probe = asyncio.Lock()

    async def call(self, op):
        if self.row < self.failures:
            return await self.count(op)
        if self.probe.locked() or asyncio.get_running_loop().time() < self.until:
            raise CircuitOpen
        async with self.probe:
            return await self.count(op)

    async def count(self, op):
        try:
            result = await op()
        except Exception:
            self.row += 1
            self.until = asyncio.get_running_loop().time() + self.reset_after
            raise
        self.row = 0
        return result
