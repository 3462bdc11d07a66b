"""A timer of the loop turns it from open to half-open."""

import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after
        self.count = 0
        self.state = "closed"

    async def call(self, op):
        if self.state in ("open", "probing"):
            raise CircuitOpen
        if self.state == "half-open":
            self.state = "probing"
            try:
                return await self.watched(op)
            finally:
                if self.state == "probing":
                    self.state = "half-open"
        return await self.watched(op)

    async def watched(self, op):
        try:
            result = await op()
        except Exception:
            self.count += 1
            if self.count >= self.failures:
                self.state = "open"
                asyncio.get_running_loop().call_later(self.reset_after, self.half_open)
            raise
        self.count = 0
        self.state = "closed"
        return result

    def half_open(self):
        self.state = "half-open"
