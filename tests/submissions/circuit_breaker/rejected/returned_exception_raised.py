"""Gathers the errors as values, and takes every exception among them for one that was raised.

verdict: failed
diagnosis: op returned an exception, and did not raise it: that is a value like any other
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
        [result] = await asyncio.gather(op(), return_exceptions=True)
        if isinstance(result, Exception):
            self._failed += 1
            self._open_until = time.monotonic() + self._reset_after
        if isinstance(result, BaseException):
            raise result
        self._failed = 0
        return result
