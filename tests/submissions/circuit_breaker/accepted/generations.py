"""Calls that began in an earlier generation change nothing any more."""

import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after
        self.generation = 0
        self.row = 0
        self.until = None
        self.probe = None

    async def call(self, op):
        if self.until is None:
            return await self.run(op, self.generation)
        now = asyncio.get_running_loop().time()
        if now < self.until or self.probe == self.generation:
            raise CircuitOpen
        self.generation += 1
        mine = self.probe = self.generation
        try:
            return await self.run(op, mine)
        finally:
            if self.probe == mine:
                self.probe = None

    async def run(self, op, generation):
        try:
            result = await op()
        except Exception:
            if generation == self.generation:
                self.row += 1
                if self.row >= self.failures:
                    self.generation += 1
                    self.until = asyncio.get_running_loop().time() + self.reset_after
            raise
        if generation == self.generation:
            self.row = 0
            self.until = None
        return result
