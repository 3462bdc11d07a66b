"""Keeps the failures in a set, where the same exception object has one place only.

verdict: failed
diagnosis: two ops raised one and the same exception object, and that did not count as two failures
"""

import time


class CircuitOpen(Exception):
    """The circuit breaker did not let this call through."""


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self._limit = failures
        self._reset_after = reset_after
        self._failed = set()
        self._open_until = 0.0
        self._probing = False

    async def call(self, op):
        if len(self._failed) < self._limit:
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
            result = await op()
        except Exception as error:
            self._failed.add(error)
            self._open_until = time.monotonic() + self._reset_after
            raise
        self._failed = set()
        return result
