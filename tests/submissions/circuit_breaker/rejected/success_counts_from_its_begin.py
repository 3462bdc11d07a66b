"""Takes a call that began before the last failure for no success when it ends after it.

verdict: failed
diagnosis: a success lay between the failures, and only failures in a row count
"""

import time


class CircuitOpen(Exception):
    """The circuit breaker did not let this call through."""


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self._limit = failures
        self._reset_after = reset_after
        self._failed = 0
        self._open_until = 0.0
        self._probing = False
        self._failed_at = 0.0

    async def call(self, op):
        if self._failed < self._limit:
            return await self._attempt(op)
        if self._probing or time.monotonic() < self._open_until:
            raise CircuitOpen
        self._probing = True
        try:
            return await self._attempt(op)
        finally:
            self._probing = False
        self._failed_at = 0.0

    async def _attempt(self, op):
        began = time.monotonic()
        try:
            result = await op()
        except Exception:
            self._failed += 1
            self._failed_at = time.monotonic()
            self._open_until = self._failed_at + self._reset_after
            raise
        if self._probing or began > self._failed_at:
            self._failed = 0
        return result
