"""Keeps in the class whether a probe is under way, as if there was one breaker.

verdict: failed
diagnosis: two breakers were half-open, and the probe of the one kept away that of the other
"""

import time


class CircuitOpen(Exception):
    """The circuit breaker did not let this call through."""


class CircuitBreaker:
    _probing = False

    def __init__(self, failures, reset_after):
        self._limit = failures
        self._reset_after = reset_after
        self._failed = 0
        self._open_until = 0.0

    async def call(self, op):
        if self._failed < self._limit:
            return await self._attempt(op)
        if CircuitBreaker._probing or time.monotonic() < self._open_until:
            raise CircuitOpen
        CircuitBreaker._probing = True
        try:
            return await self._attempt(op)
        finally:
            CircuitBreaker._probing = False

    async def _attempt(self, op):
        try:
            result = await op()
        except Exception:
            self._failed += 1
            self._open_until = time.monotonic() + self._reset_after
            raise
        self._failed = 0
        return result
