"""Runs op in a TaskGroup, which wraps what it raises.

verdict: failed
diagnosis: call 1: op's error came out inside an ExceptionGroup, and not as it is
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
            async with asyncio.TaskGroup() as group:
                task = group.create_task(op())
        except Exception:
            self._failed += 1
            self._open_until = time.monotonic() + self._reset_after
            raise
        self._failed = 0
        return task.result()
