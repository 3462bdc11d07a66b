"""Keeps the last outcomes and the clock of the time module."""

import asyncio
import time
from collections import deque


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after
        self.outcomes = deque(maxlen=failures)
        self.last = 0
        self.probe = None

    @property
    def closed(self):
        return len(self.outcomes) < self.failures or any(self.outcomes)

    async def call(self, op):
        me = object()
        if not self.closed:
            if self.probe is not None or time.monotonic() - self.last < self.reset_after:
                raise CircuitOpen
            self.probe = me
        try:
            result = await op()
            self.outcomes.append(True)
            return result
        except Exception:
            self.outcomes.append(False)
            self.last = time.monotonic()
            raise
        finally:
            if self.probe is me:
                self.probe = None
