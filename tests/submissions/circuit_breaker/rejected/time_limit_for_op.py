"""Gives op as many seconds as the breaker stays open, and not one more.

verdict: failed
diagnosis: the op of call 0 takes 13 s and was cut off at 4 with TimeoutError: nobody has set it a time limit
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
        self._probing = False

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

    async def _attempt(self, op):
        try:
            result = await asyncio.wait_for(op(), self._reset_after)
        except Exception:
            self._failed += 1
            self._open_until = time.monotonic() + self._reset_after
            raise
        self._failed = 0
        return result
