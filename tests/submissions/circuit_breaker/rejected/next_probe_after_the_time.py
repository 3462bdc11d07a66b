"""Keeps the others away for another reset_after seconds when a probe begins, and not until it ends.

verdict: failed
diagnosis: the probe was still under way after more than reset_after, and another call was let through
"""

import asyncio
import time


class CircuitOpen(Exception):
    """The circuit breaker did not let this call through."""


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self._limit = failures
        self._reset_after = reset_after
        self._failed = 0
        self._open_until = 0.0

    async def call(self, op):
        if self._failed < self._limit:
            return await self._attempt(op)
        if time.monotonic() < self._open_until:
            raise CircuitOpen
        before, self._open_until = self._open_until, time.monotonic() + self._reset_after
        try:
            return await self._attempt(op)
        except asyncio.CancelledError:
            self._open_until = before
            raise

    async def _attempt(self, op):
        try:
            result = await op()
        except Exception:
            self._failed += 1
            self._open_until = time.monotonic() + self._reset_after
            raise
        self._failed = 0
        return result
