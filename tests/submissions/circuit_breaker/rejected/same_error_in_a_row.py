"""Counts failures of the same kind.

verdict: failed
diagnosis: 3 failures open it, for 4 s
"""

import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.n, self.reset, self.row, self.at, self.busy = failures, reset_after, 0, None, False

    def now(self):
        return asyncio.get_running_loop().time()

    async def call(self, op):
        probe = self.at is not None
        if probe:
            if self.busy or self.now() - self.at < self.reset:
                raise CircuitOpen
            self.busy = True
        try:
            r = await op()
        except Exception as e:
            self.row = self.row + 1 if type(e) is getattr(self, "kind", type(e)) else 1
            self.kind = type(e)
            if self.row >= self.n or probe:
                self.at = self.now()
            raise
        else:
            self.row, self.at = 0, None
            return r
        finally:
            if probe:
                self.busy = False
